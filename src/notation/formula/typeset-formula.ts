import type { Expression } from '../expression/tree.js';
import { typesetExpression, type TypesetCall } from '../expression/typeset.js';
import { atomPrecedence, precedence } from '../expression/write.js';
import type { Symbols } from './symbols.js';

interface CallStyle {
  readonly precedence: number;
  readonly write: TypesetCall;
}

/** Between sums and products. */
const loose = precedence['+'] + 0.5;

const raised =
  (mark: string): TypesetCall =>
  (inputs, write) =>
    `${write(inputs[0]!, atomPrecedence)}^{${mark}}`;

/** Sums inside one another without ends share one sign. */
const typesetSum: TypesetCall = (inputs, write) => {
  let [body, index] = inputs as [Expression, Expression];
  const [, , from, to] = inputs;
  if (from && to)
    return `\\sum_{${write(index, 0)}=${write(from, 0)}}^{${write(to, 0)}} ${write(body, loose)}`;
  const indices = [write(index, 0)];
  while (body.kind === 'call' && body.function === 'sum' && body.inputs.length === 2) {
    [body, index] = body.inputs as [Expression, Expression];
    indices.push(write(index, 0));
  }
  return `\\sum_{${indices.join(', ')}} ${write(body, loose)}`;
};

const calls: ReadonlyMap<string, CallStyle> = new Map<string, CallStyle>([
  ['transpose', { precedence: precedence['^'], write: raised('\\top') }],
  ['inverse', { precedence: precedence['^'], write: raised('-1') }],
  [
    'hadamard',
    {
      precedence: loose,
      write: (inputs, write) => `${write(inputs[0]!, loose)} \\odot ${write(inputs[1]!, precedence['*'])}`,
    },
  ],
  [
    'norm',
    {
      precedence: atomPrecedence,
      write: (inputs, write) => `\\left\\lVert ${write(inputs[0]!, 0)}\\right\\rVert`,
    },
  ],
  [
    'slope',
    {
      precedence: precedence['^'],
      write: (inputs, write) => write(inputs[0]!, 0).replace('\\left(', "'\\left("),
    },
  ],
  [
    'row',
    {
      precedence: atomPrecedence,
      write: (inputs, write) => inputs.map((cell) => write(cell, 0)).join(' & '),
    },
  ],
  [
    'rows',
    {
      precedence: atomPrecedence,
      write: (inputs, write) =>
        `\\begin{bmatrix}${inputs.map((row) => write(row, 0)).join(' \\\\ ')}\\end{bmatrix}`,
    },
  ],
  [
    'entry',
    {
      precedence: atomPrecedence,
      write: ([tensor, ...indices], write) =>
        `${write(tensor!, 0)}[${indices.map((index) => write(index, 0)).join(', ')}]`,
    },
  ],
  ['sum', { precedence: loose, write: typesetSum }],
]);

/** LaTeX of a formula of any kind, letters as their declarations write them. */
export const typesetFormula = (tree: Expression, symbols?: Symbols): string =>
  typesetExpression(tree, { symbol: (name) => symbols?.get(name)?.latex, calls });
