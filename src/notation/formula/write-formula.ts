import { name, parts, type Expression } from '../expression/tree.js';
import { writeExpression } from '../expression/write.js';

/** Σ with its range; sums inside one another without ends share one sign. */
function writeSum(inputs: readonly Expression[]): string {
  let [body, index] = inputs as [Expression, Expression];
  const ends = inputs.slice(2).map(writeFormula);
  const indices = [writeFormula(index)];
  while (ends.length === 0 && body.kind === 'call' && body.function === 'sum' && body.inputs.length === 2) {
    [body, index] = body.inputs as [Expression, Expression];
    indices.push(writeFormula(index));
  }
  const term = writeFormula(body);
  const held = body.kind === 'operation' && (body.operator === '+' || body.operator === '-');
  const range = ends.length === 0 ? indices.join(',') : `${indices[0]!}=${ends[0]!}}^{${ends[1]!}`;
  return `Σ_{${range}} ${held ? `(${term})` : term}`;
}

/** Calls that people write with signs of their own, as text in brackets where they need any. */
function writeCall(called: string, inputs: readonly Expression[]): string | undefined {
  if (called === 'sum') return `(${writeSum(inputs)})`;
  if (!written.has(called)) return undefined;
  const texts = inputs.map(writeFormula);
  const [first, ...rest] = texts as [string, ...string[]];
  const held = inputs[0]!.kind === 'name' || inputs[0]!.kind === 'call' ? first : `(${first})`;
  switch (called) {
    case 'transpose':
      return `${held}^T`;
    case 'inverse':
      return `${held}^{-1}`;
    case 'hadamard':
      return `((${first}) ⊙ (${rest[0]!}))`;
    case 'norm':
      return `‖${first}‖`;
    case 'slope':
      return first.replace('(', "'(");
    case 'entry':
      return `${first}[${rest.join(', ')}]`;
    default:
      return `[${texts.join(', ')}]`;
  }
}

const written: ReadonlySet<string> = new Set([
  ...['transpose', 'inverse', 'hadamard', 'norm', 'slope'],
  ...['entry', 'row', 'rows'],
]);

/** The tree with what the plain writer does not know as names, which it writes as they are. */
function asNames(tree: Expression): Expression {
  if (tree.kind === 'call') {
    const written = writeCall(tree.function, tree.inputs);
    return written === undefined ? { ...tree, inputs: tree.inputs.map(asNames) } : name(written);
  }
  if (tree.kind === 'name') return name(tree.name.replace('_prime1', "'").replace('_prime2', "''"));
  if (parts(tree).length === 0) return tree;
  if (tree.kind === 'unary') return { ...tree, of: asNames(tree.of) };
  return tree.kind === 'operation' ? { ...tree, left: asNames(tree.left), right: asNames(tree.right) } : tree;
}

/** Plain text that a student could have written, for formulas of every kind. */
export const writeFormula = (tree: Expression): string =>
  tree.kind === 'call' && tree.function === 'sum' ? writeSum(tree.inputs) : writeExpression(asNames(tree));
