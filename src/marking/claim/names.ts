/** A thing a student can name: its id, and other words for it (a label, a title). */
export interface Nameable {
  readonly id: string;
  readonly label?: string;
}

const longestName = 80;

/** Letters and digits only, lower case: `Q2_batch_norm` and `q2-batch-norm` are the same words. */
const plain = (name: string): string =>
  name
    .slice(0, longestName)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const words = (name: string): string[] =>
  name
    .slice(0, longestName)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const withoutPrefix = (name: string): string =>
  plain(name).replace(
    /^(?:(?:question|problem|exercise|task|part|item|row|q|p)(?=.)|(?:ex|no|nr)(?=\d))/,
    '',
  );

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? found[0]! : null);

/** The one thing a name can mean: its id, the same words, its first words, or its number; null where none or several fit. */
export function matchName<T extends Nameable>(name: string, things: readonly T[]): T | null {
  const exact = things.find(({ id }) => id === name);
  if (exact) return exact;
  const asPlain = plain(name);
  if (asPlain === '') return null;
  const same = things.filter(
    ({ id, label }) => plain(id) === asPlain || (label !== undefined && plain(label) === asPlain),
  );
  if (same.length > 0) return only(same);
  const start = words(name);
  const begun = things.filter(({ id }) => start.every((word, position) => words(id)[position] === word));
  if (begun.length > 0) return only(begun);
  const bare = withoutPrefix(name);
  return only(
    things.filter(({ id }) => withoutPrefix(words(id)[0] ?? '') === bare || withoutPrefix(id) === bare),
  );
}
