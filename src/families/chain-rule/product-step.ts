import { fromNested, matmul, toNested, transpose, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import type { Chain } from './chain.js';
import { jacobianSymbol } from './notation.js';

/** Matrices or vectors under numbered words, so that any number of them can be needed. */
type Numbered = Readonly<Record<string, Named<Tensor>>>;
type Tensors = Readonly<Record<string, Tensor>>;
type WrittenTensors = Readonly<Record<string, string>>;

const numbered = (all: readonly Named<Tensor>[]): Numbered =>
  Object.fromEntries(all.map((one, place) => [`part${place}`, one]));
const inOrder = <T>(inputs: Readonly<Record<string, T>>): T[] =>
  Object.keys(inputs).map((_, place) => inputs[`part${place}`]!);

const multiply = (matrices: readonly Tensor[]): Tensor =>
  matrices.reduce((left, right) => matmul(left, right));

/** Whether the product in the order given exists. */
const conform = (shapes: readonly (readonly [number, number])[]): boolean =>
  shapes.every(([rows], place) => place === 0 || shapes[place - 1]![1] === rows);

interface Way {
  readonly needs: Numbered;
  readonly run: (inputs: Tensors) => Tensor;
  readonly show: (written: WrittenTensors) => string;
}

const productOf = (jacobians: readonly Named<Tensor>[]): Way => ({
  needs: numbered(jacobians),
  run: (inputs) => multiply(inOrder(inputs)),
  show: (written) => inOrder(written).join(' \\, '),
});

const columnsOf = (vectors: readonly Named<Tensor>[]): Way => ({
  needs: numbered(vectors),
  run: (inputs) => transpose(fromNested(inOrder(inputs).map(toNested))),
  show: (written) =>
    `\\left[${inOrder(written)
      .map((row) => `${row}^{\\top}`)
      .join(' \\; ')}\\right]`,
});

const rowsOf = (vectors: readonly Named<Tensor>[]): Way => ({
  needs: numbered(vectors),
  run: (inputs) => fromNested(inOrder(inputs).map(toNested)),
  show: (written) => `\\begin{bmatrix}${inOrder(written).join(' \\\\ ')}\\end{bmatrix}`,
});

/** The Jacobian of the whole chain: J_n ⋯ J_2 J_1, rows for outputs and columns for inputs. */
export function productStep(
  { links, assembled }: Chain,
  jacobians: readonly Named<Tensor>[],
  columns: readonly Named<Tensor>[],
  rows: readonly Named<Tensor>[],
): Step<Tensor> {
  const outward = jacobians.toReversed();
  const way =
    assembled === 'product'
      ? productOf(outward)
      : assembled === 'columns'
        ? columnsOf(columns)
        : rowsOf(rows);
  const symbols = links.map(jacobianSymbol);
  const right = symbols.toReversed().join(' ');
  const slips: Record<string, SlipAt<Tensor>> = {};
  const shapes = links.map(({ variables, outputs }) => [outputs.length, variables.length] as const);
  if (links.length > 1 && conform(shapes))
    slips['multiplied-in-wrong-order'] = slip({
      ...productOf(jacobians),
      hint: `You multiplied $${symbols.join(' ')}$; the Jacobian of the outer function stands on the left, $${right}$.`,
    });
  if (links.length > 1)
    slips['kept-outer-jacobian-only'] = slip({
      needs: { outer: outward[0]! },
      run: ({ outer }) => outer,
      show: ({ outer }) => outer,
      hint: `You stopped at the Jacobian of the outer function; multiply it by those inside, $${right}$.`,
    });
  if (links[0].variables.length > 1 || links.at(-1)!.outputs.length > 1)
    slips['transposed-product'] = slip({
      needs: way.needs,
      run: (inputs) => transpose(way.run(inputs)),
      show: (written) => `\\left(${way.show(written)}\\right)^{\\top}`,
      hint: 'You exchanged rows and columns; each row belongs to an output, each column to an input.',
    });
  return step({ name: 'jacobian', type: 'matrix', symbol: `J = ${right}`, ...way, slips });
}
