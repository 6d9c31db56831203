import { ExpressionError } from '../expression/tree.js';
import { prepareLatex } from './latex-source.js';
import type { LatexNode } from './latex-node.js';
import { latexTokens } from './latex-tokens.js';
import type { Token } from './tokens.js';

type LatexParser = (text: string, options: object) => readonly LatexNode[];

let parse: ((text: string) => readonly LatexNode[]) | undefined;

/** Loads the library that reads the syntax of LaTeX, once. */
export async function loadLatex(): Promise<void> {
  if (parse) return;
  const { default: temml } = await import('temml');
  const { __parse: read } = temml as unknown as { readonly __parse: LatexParser };
  parse = (text) => read(text, { throwOnError: true, trust: false, maxExpand: 200 });
}

/** Splits LaTeX into tokens; `loadLatex` must have been awaited before. */
export function tokensOfLatex(text: string): Token[] {
  if (!parse) throw new Error('the reader of LaTeX is not loaded; await loadLatex() first');
  const source = prepareLatex(text);
  let nodes: readonly LatexNode[];
  try {
    nodes = parse(source);
  } catch (error) {
    throw new ExpressionError(`the LaTeX is not complete${reason(error)}`, 'Check its braces and brackets.');
  }
  return latexTokens(nodes);
}

/** What the library says of a syntax error, without its drawing of the place. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const said =
    /^\s*(?:ParseError: )?(Expected '[^']{1,20}'|Double \w+|Missing [\w ]{1,30}|Extra [\w}\\ ]{1,20})/.exec(
      message,
    );
  return said ? `: ${said[1]!.charAt(0).toLowerCase()}${said[1]!.slice(1)}` : '';
}
