import { compare, type Rational } from '../../notation/rational.js';
import { sumOf, zero } from '../../problem/points.js';
import type { Mark, MarkedSubmission } from '../../marking/mark.js';
import { itemViews, type ItemView } from './item-view.js';
import type { Medium } from '../media/medium.js';
import { pointsWords } from '../words/number-words.js';
import { listed } from '../words/phrase.js';
import type { PartPage } from './problem-page.js';
import { tableView, type TableView } from './table-view.js';
import type { Wording } from '../words/wording.js';

export interface PartView<R> {
  readonly anchor: string;
  readonly heading: string;
  readonly points: string;
  readonly ask: R | null;
  readonly items: readonly ItemView<R>[];
  /** Names optional items that were left empty: nothing is lost by them, and no more is said. */
  readonly skipped: string | null;
  readonly table: TableView<R> | null;
}

const isSkipped = ({ verdict, item }: Mark): boolean =>
  verdict === 'blank' && compare(item.points, zero) === 0;

const skippedWords = (headings: readonly string[]): string =>
  `Optional, and left empty: ${listed(headings.filter((heading) => heading !== ''))}.`;

export interface WrittenPart<R> {
  readonly view: PartView<R>;
  readonly score: Rational;
  readonly pending: Rational;
  readonly max: Rational;
}

/** Parts remembered: a class repeats its answers, and more than this many different parts are not kept. */
const remembered = 2_000;

/** Writes the parts of a report; a part whose marks are all shared with a student before is written once. */
export function partWriter<R>(
  words: Wording,
  medium: Medium<R>,
): (problem: string, page: PartPage<R>, marked: MarkedSubmission, own: readonly Mark[]) => WrittenPart<R> {
  const view = itemViews(words, medium);
  const numbers = new WeakMap<Mark, number>();
  const known = new Map<string, WrittenPart<R>>();
  let met = 0;
  const numberOf = (mark: Mark): number => {
    const number = numbers.get(mark) ?? met++;
    numbers.set(mark, number);
    return number;
  };
  const write = (
    problem: string,
    page: PartPage<R>,
    marked: MarkedSubmission,
    own: readonly Mark[],
  ): WrittenPart<R> => {
    const score = marked.parts.get(`${problem}.${page.id}`) ?? sumOf(own.map((mark) => mark.score));
    const pending = sumOf(own.map((mark) => mark.pending));
    const max = sumOf(own.map(({ item }) => item.points));
    const answered = page.items.map((item, index) => ({ item, mark: own[index]! }));
    const skipped = answered.filter(({ mark }) => isSkipped(mark)).map(({ item }) => item.heading);
    return {
      view: {
        anchor: page.anchor,
        heading: page.heading,
        points: pointsWords({ score, pending, max }),
        ask: page.ask,
        items: page.table
          ? []
          : answered.filter(({ mark }) => !isSkipped(mark)).map(({ item, mark }) => view(mark, item)),
        skipped: page.table || skipped.length === 0 ? null : skippedWords(skipped),
        table: page.table
          ? tableView(page.table, new Map(own.map((mark) => [mark.item.id, mark])), words, medium)
          : null,
      },
      score,
      pending,
      max,
    };
  };
  return (problem, page, marked, own) => {
    const key = own.map(numberOf).join(' ');
    const before = known.get(key);
    if (before) return before;
    const now = write(problem, page, marked, own);
    if (known.size >= remembered) known.clear();
    known.set(key, now);
    return now;
  };
}
