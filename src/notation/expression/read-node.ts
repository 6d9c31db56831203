import type {
  ConditionalNode,
  ConstantNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  SymbolNode,
} from 'mathjs';
import { realFunctions, spellings } from './functions.js';
import { readCall, readEntry } from './read-call.js';
import {
  call,
  constant,
  ExpressionError,
  limits,
  name,
  negative,
  number,
  operation,
  type Expression,
  type Operator,
} from './tree.js';
import { refused, type Read, type Vocabulary } from './vocabulary.js';

const operators: ReadonlyMap<string, Operator> = new Map([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['pow', '^'],
  ['smaller', '<'],
  ['smallerEq', '<='],
  ['larger', '>'],
  ['largerEq', '>='],
  ['equal', '=='],
  ['unequal', '!='],
  ['and', 'and'],
  ['or', 'or'],
]);

/** Operators that only a vocabulary with these functions has. */
const extraOperators: ReadonlyMap<string, string> = new Map([
  ['dotMultiply', 'timesEach'],
  ['dotDivide', 'overEach'],
  ['dotPow', 'powerEach'],
  ['ctranspose', 'transpose'],
]);

const conditions: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=', 'and', 'or']);
const namePattern = /^[A-Za-z][A-Za-z0-9]{0,39}(?:_[A-Za-z0-9]{1,40}){0,4}$/;

/** A parsed node as our own tree, by an allowlist of node kinds, operators and functions. */
export function readNode(node: MathNode, vocabulary: Vocabulary): Expression {
  const read = (part: MathNode, depth: number): Expression => {
    if (depth > limits.nesting)
      throw new ExpressionError(
        `the formula nests deeper than ${limits.nesting} levels`,
        'Split it into several steps.',
      );
    const reader = readers.get(part.type);
    if (!reader) throw refused(nodeWords.get(part.type) ?? 'this notation');
    return reader(part as never, (inner, chained) => read(inner, depth + (chained ? 0 : 1)), vocabulary);
  };
  return read(node, 0);
}

const nodeWords: ReadonlyMap<string, string> = new Map([
  ['AssignmentNode', 'an assignment (=)'],
  ['FunctionAssignmentNode', 'a definition (=)'],
  ['ArrayNode', 'a list in brackets'],
  ['ObjectNode', 'an object'],
  ['BlockNode', 'a sequence of formulas'],
  ['RangeNode', 'a range (:)'],
]);

const readers: ReadonlyMap<string, (node: never, read: Read, vocabulary: Vocabulary) => Expression> = new Map<
  string,
  (node: never, read: Read, vocabulary: Vocabulary) => Expression
>([
  ['ParenthesisNode', ({ content }: ParenthesisNode, read) => read(content)],
  ['ConstantNode', readNumber],
  ['SymbolNode', readName],
  ['OperatorNode', readOperator],
  ['RelationalNode', readChain],
  [
    'ConditionalNode',
    ({ condition, trueExpr, falseExpr }: ConditionalNode, read) =>
      call('if', read(condition), read(trueExpr), read(falseExpr)),
  ],
  ['FunctionNode', readCall],
  ['AccessorNode', readEntry],
]);

function readNumber({ value }: ConstantNode): Expression {
  if (typeof value !== 'number') throw refused('a text, a truth value or an empty place');
  if (!Number.isFinite(value)) throw new ExpressionError('a number is too large');
  return number(value);
}

function readName({ name: word }: SymbolNode, _read: Read, { declared }: Vocabulary): Expression {
  if (!declared?.has(word)) {
    if (word === 'pi' || word === 'e') return constant(word);
    if (realFunctions.has(spellings.get(word) ?? word))
      throw new ExpressionError(`the function ${word} has no input`, `Write ${word}(…).`);
  }
  if (!namePattern.test(word))
    throw refused(
      `the name "${word}"`,
      'A name is letters and digits, with subscripts behind underscores: w_12.',
    );
  return name(word);
}

function readOperator(node: OperatorNode, read: Read, { functions }: Vocabulary): Expression {
  const [first, second] = node.args as MathNode[];
  const fn = node.fn as string;
  if (fn === 'unaryMinus') return negative(read(first!));
  if (fn === 'unaryPlus') return read(first!);
  if (fn === 'not') return readNot(read(first!));
  const operator = operators.get(fn);
  if (operator !== undefined && second) {
    refuseAmbiguousProduct(node, first!, second);
    return operation(read(first!, operator !== '^'), operator, read(second));
  }
  const extra = extraOperators.get(fn);
  if (extra !== undefined && functions.has(extra)) return call(extra, ...node.args.map((part) => read(part)));
  throw refused(`the operator ${node.op}`);
}

function readNot(of: Expression): Expression {
  const isCondition =
    (of.kind === 'operation' && conditions.has(of.operator)) ||
    (of.kind === 'unary' && of.operator === 'not');
  if (!isCondition) throw new ExpressionError('"not" reverses a condition in brackets', 'Write not (x > 0).');
  return { kind: 'unary', operator: 'not', of };
}

/** 1/2x and 1/a b are read in opposite ways by different people and programs. */
function refuseAmbiguousProduct({ fn, implicit }: OperatorNode, first: MathNode, second: MathNode): void {
  const is = (node: MathNode, wanted: string): boolean =>
    node.type === 'OperatorNode' && (node as OperatorNode).fn === wanted;
  const silent = (node: MathNode): boolean => is(node, 'multiply') && (node as OperatorNode).implicit;
  if (
    ((fn as string) === 'multiply' && implicit && is(first, 'divide')) ||
    ((fn as string) === 'divide' && silent(second))
  )
    throw new ExpressionError(
      'a product without a sign beside a division can be read in two ways',
      'Write the sign and brackets: 1/(2*x) or (1/2)*x.',
    );
}

/** a < b < c means a < b and b < c. */
function readChain({ conditionals, params }: RelationalNode, read: Read): Expression {
  const sides = params.map((part) => read(part));
  return conditionals
    .map((fn, place) => operation(sides[place]!, operators.get(fn)!, sides[place + 1]!))
    .reduce((all, next) => operation(all, 'and', next));
}
