import { name, parts, type Expression } from '../expression/tree.js';
import { writeExpression } from '../expression/write.js';

/** Calls that people write with signs of their own, as text in brackets where they need any. */
function writeCall(called: string, inputs: readonly Expression[]): string | undefined {
  const [first, second, ...ends] = inputs.map(writeFormula);
  const isAtom = inputs[0]!.kind === 'name' || inputs[0]!.kind === 'call';
  const held = isAtom ? first! : `(${first!})`;
  switch (called) {
    case 'transpose':
      return `${held}^T`;
    case 'inverse':
      return `${held}^{-1}`;
    case 'hadamard':
      return `((${first!}) ⊙ (${second!}))`;
    case 'norm':
      return `‖${first!}‖`;
    case 'slope':
      return first!.replace('(', "'(");
    case 'row':
    case 'rows':
      return `[${inputs.map(writeFormula).join(', ')}]`;
    case 'entry':
      return `${first!}[${[second, ...ends].join(', ')}]`;
    case 'sum':
      return ends.length === 0
        ? `(Σ_{${second!}} (${first!}))`
        : `(Σ_{${second!}=${ends[0]!}}^{${ends[1]!}} (${first!}))`;
    default:
      return undefined;
  }
}

/** The tree with what the plain writer does not know as names, which it writes as they are. */
function asNames(tree: Expression): Expression {
  if (tree.kind === 'call') {
    const written = writeCall(tree.function, tree.inputs);
    return written === undefined ? { ...tree, inputs: tree.inputs.map(asNames) } : name(written);
  }
  if (parts(tree).length === 0) return tree;
  if (tree.kind === 'unary') return { ...tree, of: asNames(tree.of) };
  return tree.kind === 'operation' ? { ...tree, left: asNames(tree.left), right: asNames(tree.right) } : tree;
}

/** Plain text that a student could have written, for formulas of every kind. */
export const writeFormula = (tree: Expression): string => writeExpression(asNames(tree));
