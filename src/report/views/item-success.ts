import { sum } from 'd3-array';
import { verdicts } from '../../marking/mark.js';
import type { ItemStatistics, WrongValueCount } from './class-statistics.js';
import type { Html } from '../media/html.js';
import type { Medium } from '../media/medium.js';
import { wholePercent } from '../words/number-words.js';
import { counted } from '../words/phrase.js';
import { cutText, visibleLine } from '../media/plain-text.js';
import { verdictSigns, type VerdictSign } from '../words/verdict-words.js';

export interface WrongValueView {
  readonly value: string;
  /** As a student wrote it; null where that is the value itself. */
  readonly written: string | null;
  readonly students: number;
  readonly slips: string | null;
  readonly hint: Html | null;
}

/** How the class did on one item. */
export interface ItemSuccess {
  readonly anchor: string;
  readonly place: string;
  /** Of the points, over the marked answers; null where nothing is marked. */
  readonly percent: string | null;
  readonly width: number;
  readonly marked: number;
  readonly verdicts: readonly (VerdictSign & { readonly students: number })[];
  readonly key: string | null;
  readonly wrong: readonly WrongValueView[];
  /** "12 students; most often −1 (9)". */
  readonly wrongCount: string;
  readonly more: string | null;
}

/** Wrong values that a class report lists of an item. */
const listedValues = 8;

/** "used-sample-variance" as words. */
export const slipWords = (slip: string): string => slip.replaceAll('-', ' ');

const moreWords = (hidden: number, isDropped: boolean): string | null => {
  if (hidden <= 0 && !isDropped) return null;
  return `and ${isDropped ? 'at least ' : ''}${hidden} more, each given by few`;
};

function wrongWords(wrong: readonly WrongValueCount[]): string {
  const [first] = wrong;
  if (!first) return '';
  const all = counted(
    sum(wrong, ({ students }) => students),
    'student',
  );
  return `${all}; most often ${visibleLine(cutText(first.value, 60))} (${first.students})`;
}

export function itemSuccess(
  statistics: ItemStatistics,
  names: { readonly anchor: string; readonly place: string; readonly key: string | null },
  { phrase }: Medium<Html>,
): ItemSuccess {
  const { marked, success, wrong, dropped } = statistics;
  return {
    ...names,
    percent: success === null ? null : wholePercent(success),
    width: Math.round((success ?? 0) * 100),
    marked,
    verdicts: verdicts
      .filter((verdict) => statistics.verdicts[verdict] > 0)
      .map((verdict) => ({ ...verdictSigns[verdict], students: statistics.verdicts[verdict] })),
    wrong: wrong.slice(0, listedValues).map(({ value, written, students, slips, hint }) => ({
      value: visibleLine(value),
      written: visibleLine(written) === visibleLine(value) ? null : visibleLine(written),
      students,
      slips: slips.length === 0 ? null : slips.map(slipWords).join(' and '),
      hint: hint === null || hint === '' ? null : phrase([{ prose: hint }]),
    })),
    wrongCount: wrongWords(wrong),
    more: moreWords(wrong.length - listedValues, dropped),
  };
}
