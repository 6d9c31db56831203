/** A worksheet value written twice: for a page and for plain text. */
export interface WrittenValue {
  readonly latex: string;
  readonly text: string;
}

/** A piece of what a report says: words, a student's own text, a value, LaTeX, or Markdown of instructors and families. */
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly written: string }
  | { readonly value: WrittenValue }
  | { readonly maths: string }
  | { readonly prose: string };

/** A sentence or a few, before it is known whether a page, Markdown or a terminal shows them. */
export type Phrase = readonly Piece[];

/** Words for a list: "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;

/** "1 entry", "12 entries". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
