import type { AccessorNode, FunctionNode, IndexNode, MathNode, SymbolNode } from 'mathjs';
import { realFunctions, spellings } from './functions.js';
import { call, ExpressionError, operation, type Expression } from './tree.js';
import { refused, type Read, type Vocabulary } from './vocabulary.js';

/** A call of a function that the vocabulary or the real numbers have, with as many inputs as it takes. */
export function readCall({ fn, args }: FunctionNode, read: Read, { functions }: Vocabulary): Expression {
  const written =
    (fn as unknown as MathNode).type === 'SymbolNode' ? (fn as unknown as SymbolNode).name : undefined;
  if (written === undefined) throw refused('a call of this kind');
  const inputs = args.map((part) => read(part));
  if (written === 'piecewise') return readPiecewise(inputs);
  if ((written === 'log' || written === 'ln') && inputs.length === 2)
    return operation(call('log', inputs[0]!), '/', call('log', inputs[1]!));
  const called = functions.has(written) ? written : (spellings.get(written) ?? written);
  const arity = functions.get(called) ?? realFunctions.get(called);
  if (!arity)
    throw new ExpressionError(
      `"${written}" is not a function`,
      `For a product write ${written.slice(0, 20)}*(…).`,
    );
  if (inputs.length < arity.least || inputs.length > arity.most) {
    const wanted = arity.least === arity.most ? String(arity.least) : `${arity.least} to ${arity.most}`;
    throw new ExpressionError(
      `${written} takes ${wanted} input${wanted === '1' ? '' : 's'}, found ${inputs.length}`,
    );
  }
  return call(called, ...inputs);
}

/** piecewise(condition, value, condition, value, …, otherwise) as nested choices. */
function readPiecewise(inputs: readonly Expression[]): Expression {
  if (inputs.length < 3 || inputs.length % 2 === 0)
    throw new ExpressionError(
      'piecewise takes pairs of a condition and a value, then the value otherwise',
      'Write piecewise(x < 0, 0, x).',
    );
  let result = inputs.at(-1)!;
  for (let place = inputs.length - 3; place >= 0; place -= 2)
    result = call('if', inputs[place]!, inputs[place + 1]!, result);
  return result;
}

/** x[0] and W[0, 1], where the vocabulary has entries. */
export function readEntry(
  { object, index }: AccessorNode,
  read: Read,
  { functions }: Vocabulary,
): Expression {
  const positions = (index as IndexNode).dimensions;
  if (!functions.has('entry') || positions.some(({ type }) => type !== 'ConstantNode'))
    throw refused('a property or an entry', 'Write an entry of a list with whole numbers: x[0].');
  return call('entry', read(object as MathNode), ...positions.map((part) => read(part)));
}
