import { closingPlace, isSign, type Token, type Tokens } from './tokens.js';

/** The scripts behind a letter, in the order they are written. */
export interface Scripts {
  readonly below: readonly Tokens[];
  readonly above: readonly Tokens[];
  readonly primes: number;
  /** The places after the scripts that stand below before any other, and after all. */
  readonly lead: number;
  readonly end: number;
}

/** The tokens of one script: a group without its braces, a bracket, or a single token. */
export function scriptAt(tokens: Tokens, place: number): { inside: Tokens; end: number } | undefined {
  const first = tokens[place];
  if (!first) return undefined;
  if (!isSign(first, '{', '(', '[')) return { inside: [first], end: place + 1 };
  const close = closingPlace(tokens, place);
  if (close === undefined) return undefined;
  const inside = isSign(first, '{') ? tokens.slice(place + 1, close) : tokens.slice(place, close + 1);
  return { inside, end: close + 1 };
}

/** Collects what stands below and above a letter that ends before `start`. */
export function scriptsAt(tokens: Tokens, start: number): Scripts {
  const below: Tokens[] = [];
  const above: Tokens[] = [];
  let primes = 0;
  let end = start;
  let lead = start;
  for (;;) {
    const token = tokens[end];
    if (isSign(token, 'prime')) {
      primes++;
      end++;
      continue;
    }
    // The subscript in x^z_1 belongs to z.
    const ownsScript = tokens[end + 1]?.kind === 'letters' && isSign(tokens[end + 2], '_');
    if (isSign(token, '^') && ownsScript) break;
    const script = isSign(token, '_', '^') ? scriptAt(tokens, end + 1) : undefined;
    if (!script) break;
    (isSign(token, '_') ? below : above).push(script.inside);
    end = script.end;
    if (primes === 0 && above.length === 0) lead = end;
  }
  return { below, above, primes, lead, end };
}

const keyPart = (token: Token): string | undefined => {
  if (token.kind === 'letters') return token.parts.join('');
  if (token.kind === 'number') return /^\d{1,9}$/.test(token.text) ? token.text : undefined;
  return undefined;
};

/** A script as the parts of a name: `11`, `i,j`, `(2)`; undefined for arithmetic. */
export function scriptParts(tokens: Tokens): string[] | undefined {
  const parts: string[] = [];
  for (const token of tokens) {
    if (isSign(token, ',', '(', ')', '[', ']', '_', '{', '}')) continue;
    const part = keyPart(token);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.length === 0 ? undefined : parts;
}

/** One spelling for all ways to write a name: `x1`, `x_1`, `x_{1}` and `x₁` are `x_1`. */
export function exactKey(base: string, scripts: readonly string[]): string {
  const [, letters = base, digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(base) ?? [];
  return [letters, digits, ...scripts].filter((part) => part !== '').join('_');
}

/** The key without the borders between its parts: `w_1_11` and `w_11_1` become one. */
export const looseKey = (key: string): string => key.replaceAll('_', '');

/** The key of tokens that are one name with its scripts; undefined where they are more, or less. */
export function keyOfName(tokens: Tokens): { readonly key: string; readonly isRaised: boolean } | undefined {
  const [head] = tokens;
  if (head?.kind !== 'letters') return undefined;
  const { below, above, primes, end } = scriptsAt(tokens, 1);
  if (end !== tokens.length) return undefined;
  const parts = [...below, ...above].map(scriptParts);
  if (parts.some((part) => part === undefined)) return undefined;
  const accent = head.accent === undefined ? [] : [head.accent];
  const primed = primes > 0 ? [`prime${primes}`] : [];
  return {
    key: exactKey(head.parts.join(''), [...accent, ...(parts as string[][]).flat(), ...primed]),
    isRaised: above.length > 0 || primes > 0,
  };
}

/** The spelled-out name of a tree, such as `w_1_11` or `y_hat`, as its key. */
export function keyOfTreeName(name: string): string {
  const [base = '', ...scripts] = name.split('_');
  return exactKey(base, scripts);
}

/** The numerator and denominator of ∂a/∂b or da/db, as keys; undefined for anything else. */
export function keyOfDerivative(above: Tokens, below: Tokens): string | undefined {
  const [over, under] = [differential(above), differential(below)];
  return over === undefined || under === undefined ? undefined : derivativeKey(over, under);
}

export const derivativeKey = (over: string, under: string): string => `∂${over}/∂${under}`;

/** The key of what stands behind a ∂ or a d. */
export function differential(tokens: Tokens): string | undefined {
  const [head, ...rest] = tokens;
  if (isSign(head, 'partial')) return keyOfName(rest)?.key;
  if (head?.kind !== 'letters' || head.parts[0] !== 'd') return undefined;
  if (head.parts.length > 1)
    return keyOfName([{ ...head, parts: head.parts.slice(1), whole: false }, ...rest])?.key;
  return keyOfName(rest)?.key;
}
