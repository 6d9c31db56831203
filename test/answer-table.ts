/** How an answer is marked: right, wrong by a slip of this name, plainly wrong, or unreadable with words that say why. */
export type Marked =
  'correct' | 'wrong' | { readonly slip: string } | { readonly partial: number } | { readonly why: RegExp };
export type Answers = readonly (readonly [text: string, marked: Marked])[];

/** By assignment, then by item. */
export type AnswersByItem = Readonly<Record<string, Readonly<Record<string, Answers>>>>;

export const slip = (name: string): Marked => ({ slip: name });
export const why = (words: RegExp): Marked => ({ why: words });
