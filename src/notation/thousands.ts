export type DecimalMark = 'point' | 'comma';

/** A grouped number with a point for its decimals, and whether one separator alone decided the reading. */
interface Ungrouped {
  readonly text: string;
  readonly ambiguous: boolean;
}

const byMark = {
  point: /^([+-]?[1-9]\d{0,2})((?:,\d{3})+|(?: \d{3})+|(?:_\d{3})+|(?:\.\d{3}){2,})(\.\d*)?([eE][+-]?\d+)?$/,
  comma: /^([+-]?[1-9]\d{0,2})((?:\.\d{3})+|(?: \d{3})+|(?:_\d{3})+)(,\d*)?([eE][+-]?\d+)?$/,
} as const;

/** Takes the separators out of a number in groups of three digits, one separator throughout. */
export function ungroup(text: string, mark: DecimalMark): Ungrouped | undefined {
  const match = byMark[mark].exec(text);
  if (match === null) return undefined;
  const [, first, groups, fraction = '', exponent = ''] = match;
  const ambiguous = groups!.length === 4 && /[.,]/.test(groups![0]!) && fraction === '';
  return { text: first! + groups!.replace(/[,. _]/g, '') + fraction.replace(',', '.') + exponent, ambiguous };
}

const first = /^[+-]?[1-9]\d{0,2}$/;
const group = /^\d{3}$/;

/**
 * Joins neighbours such as `3` and `136`, split at a thousands comma, until `length` parts are left; undefined
 * where that cannot be done in exactly one way.
 */
export function joinThousands(parts: readonly string[], length: number): string[] | undefined {
  const joins = parts.length - length;
  if (joins === 0) return [...parts];
  if (joins < 0 || length < 1) return undefined;
  const mayJoin: boolean[] = [];
  parts.slice(1).forEach((part, index) => {
    const left = parts[index]!.trim();
    mayJoin.push(
      group.test(part.trim()) && (first.test(left) || (group.test(left) && (mayJoin[index - 1] ?? false))),
    );
  });
  const tight = mayJoin.map((may, index) => may && parts[index + 1]!.startsWith(parts[index + 1]!.trim()));
  const chosen = [tight, mayJoin].find((choice) => choice.filter(Boolean).length === joins);
  if (!chosen) return undefined;
  const joined = [parts[0]!.trim()];
  parts.slice(1).forEach((part, index) => {
    if (chosen[index]) joined[joined.length - 1] += part.trim();
    else joined.push(part.trim());
  });
  return joined;
}
