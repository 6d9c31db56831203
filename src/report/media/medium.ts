import type { Phrase } from '../words/phrase.js';

/** How one kind of report writes: `R` is what its template prints for anything richer than a line of text. */
export interface Medium<R> {
  /** A name, an id, a title: one line, made visible. */
  readonly text: (text: string) => string;
  /** A student's answer inside a table's cell. */
  readonly cell: (written: string) => string;
  readonly phrase: (phrase: Phrase) => R;
  /** Paragraphs of an instructor's Markdown. */
  readonly prose: (markdown: string) => R;
}
