import type { MathNode } from 'mathjs';
import type { Arity } from './functions.js';
import { readNode } from './read-node.js';
import { checkSource } from './source-text.js';
import { countNodes, ExpressionError, limits, namesIn, type Expression } from './tree.js';

export interface ParseOptions {
  /** Names that stand for something; any other is refused. Without it every name is read. */
  readonly names?: Iterable<string>;
  /** Functions beyond those of real numbers, such as a family's matrix products. */
  readonly functions?: ReadonlyMap<string, Arity>;
}

/** Parses what an author wrote: throws an ExpressionError for all but our own allowlist of notation. */
export type AuthorParser = (text: string, options?: ParseOptions) => Expression;

let loaded: AuthorParser | undefined;

/** Loads mathjs, once; only its parser for plain numbers, never an evaluator. */
export async function loadParser(): Promise<AuthorParser> {
  if (loaded) return loaded;
  const { create, parseDependencies } = await import('mathjs/number');
  const { parse } = create({ parseDependencies: parseDependencies! });
  loaded = (text, options = {}) => parseWith(parse, text, options);
  return loaded;
}

/** The parser, where `loadParser` was awaited before. */
export function authorParser(): AuthorParser {
  if (!loaded) throw new Error('the parser of formulas is not loaded; await loadParser() first');
  return loaded;
}

function parseWith(
  parse: (text: string) => MathNode,
  text: string,
  { names, functions }: ParseOptions,
): Expression {
  const source = checkSource(text);
  const declared = names === undefined ? undefined : new Set(names);
  let node: MathNode;
  try {
    node = parse(source);
  } catch (error) {
    throw new ExpressionError(`"${source}" is not a formula: ${reason(error)}`);
  }
  const tree = readNode(node, { declared, functions: functions ?? new Map() });
  if (countNodes(tree) > limits.nodes)
    throw new ExpressionError(
      `the formula has more than ${limits.nodes} parts`,
      'Split it into several steps.',
    );
  const unknown = declared && namesIn(tree).find((used) => !declared.has(used));
  if (unknown !== undefined) throw unknownName(unknown, [...declared!]);
  return tree;
}

const reason = (error: unknown): string =>
  error instanceof SyntaxError
    ? error.message.charAt(0).toLowerCase() + error.message.slice(1)
    : 'it cannot be read';

function unknownName(unknown: string, declared: readonly string[]): ExpressionError {
  const known =
    declared.length === 0 ? 'There are no names to use.' : `The names are ${declared.join(', ')}.`;
  return new ExpressionError(`"${unknown}" stands for nothing here`, `${known} Write a product with *.`);
}
