import type { ConstantName } from '../expression/tree.js';

export type Sign =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '_'
  | '('
  | ')'
  | '['
  | ']'
  | '{'
  | '}'
  | '|'
  | '‖'
  | ','
  | ';'
  | '='
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | 'prime'
  | 'top'
  | 'hadamard'
  | 'partial'
  | 'sum'
  | 'root'
  | 'and'
  | 'or'
  | 'not';

/** What encloses a group that needs no counting of brackets. */
export type Fence = 'abs' | 'norm' | 'floor' | 'ceil';

interface Written {
  /** As it was written, for messages. */
  readonly text: string;
  /** Whether a space stands before it; LaTeX keeps none. */
  readonly spaced: boolean;
}

/** A run of letters side by side: `2xy` has one of x and y; Greek letters are spelled, digits stay single. */
export interface Letters extends Written {
  readonly kind: 'letters';
  readonly parts: readonly string[];
  /** A word set apart, such as `\sin` or `\mathrm{net}`: never taken apart. */
  readonly whole: boolean;
  /** `hat`, `tilde` or `bar` over a letter. */
  readonly accent?: string;
}

/** What a letter or a word turned out to mean. */
export type Unit =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'constant'; readonly name: ConstantName }
  | { readonly is: 'function'; readonly name: string };

/** A piece of a formula, from plain text or from LaTeX. */
export type Token =
  | Letters
  | (Written & { readonly kind: 'unit'; readonly unit: Unit })
  | (Written & { readonly kind: 'number'; readonly value: number })
  | (Written & { readonly kind: 'sign'; readonly sign: Sign })
  | (Written & { readonly kind: 'fraction'; readonly above: Tokens; readonly below: Tokens })
  | (Written & { readonly kind: 'root'; readonly degree: Tokens | null; readonly of: Tokens })
  | (Written & { readonly kind: 'fenced'; readonly fence: Fence; readonly of: Tokens })
  | (Written & {
      readonly kind: 'table';
      readonly cases: boolean;
      readonly rows: readonly (readonly Tokens[])[];
    });
export type Tokens = readonly Token[];

export const sign = (what: Sign, text: string = what, spaced = false): Token => ({
  kind: 'sign',
  sign: what,
  text,
  spaced,
});
export const letters = (parts: readonly string[], text: string, whole = false, spaced = false): Letters => ({
  kind: 'letters',
  parts,
  text,
  whole,
  spaced,
});

export const isSign = (token: Token | undefined, ...signs: readonly Sign[]): boolean =>
  token?.kind === 'sign' && signs.includes(token.sign);

/** Tokens as text again, for a message. */
export const textOf = (tokens: Tokens): string =>
  tokens.map(({ text, spaced }, place) => (spaced && place > 0 ? ` ${text}` : text)).join('');

const opening = new Map<Sign, Sign>([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** The place of the bracket that closes the one at `start`; undefined where there is none or it is another. */
export function closingPlace(tokens: Tokens, start: number): number | undefined {
  const open: Sign[] = [];
  for (let place = start; place < tokens.length; place++) {
    const token = tokens[place]!;
    if (token.kind !== 'sign') continue;
    const close = opening.get(token.sign);
    if (close !== undefined) open.push(close);
    else if (token.sign === ')' || token.sign === ']' || token.sign === '}') {
      if (open.pop() !== token.sign) return undefined;
      if (open.length === 0) return place;
    }
  }
  return undefined;
}

/** The parts of a list between commas or semicolons outside all brackets. */
export function splitList(tokens: Tokens): Tokens[] {
  const lists: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, '(', '[', '{')) depth++;
    else if (isSign(token, ')', ']', '}')) depth--;
    if (depth === 0 && isSign(token, ',', ';')) lists.push([]);
    else lists.at(-1)!.push(token);
  }
  return lists;
}
