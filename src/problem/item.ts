import type { AnswerType, ReadOptions } from '../answers/answer-type.js';
import type { Rational } from '../notation/rational.js';
import type { Rules } from './rubric.js';
import type { Criterion } from './problem.js';
import type { Target } from './target.js';

interface ItemBase {
  /** `<problem>.<part>`, `<problem>.<part>.<item>` or `<problem>.<part>.<row>.<column>`. */
  readonly id: string;
  readonly part: string;
  /** What the report calls it: "(b)", "E1, output". */
  readonly label: string;
  /** The question in Markdown, givens filled in; null where the part's question says all. */
  readonly ask: string | null;
  readonly points: Rational;
}

/** One gradable answer, compared with the key. */
export interface AnswerItem extends ItemBase {
  readonly kind: 'answer';
  /** Each is accepted; the first is the key. */
  readonly targets: readonly [Target, ...Target[]];
  readonly type: AnswerType;
  readonly read: ReadOptions;
  readonly rules: Rules;
  /** A blank answer means "none". */
  readonly blankIsNone: boolean;
  readonly slips: readonly string[] | null;
}

/** One answer that a person marks by criteria. */
export interface ReviewItem extends ItemBase {
  readonly kind: 'review';
  readonly criteria: readonly Criterion[];
}

export type Item = AnswerItem | ReviewItem;

/** A part's table as the student sees it: row and column headings, and an item id a cell. */
export interface Table {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly items: readonly string[];
  }[];
}

/** A lettered question with its items in order. */
export interface Part {
  readonly id: string;
  readonly ask: string | null;
  readonly label: string;
  readonly points: Rational;
  readonly items: readonly Item[];
  readonly table: Table | null;
}
