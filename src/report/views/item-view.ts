import { compare } from '../../notation/rational.js';
import { zero } from '../../problem/points.js';
import type { Mark } from '../../marking/mark.js';
import { evidence } from '../words/evidence.js';
import { verdictWords } from '../words/mark-words.js';
import type { Medium } from '../media/medium.js';
import { pointsWords } from '../words/number-words.js';
import type { Phrase } from '../words/phrase.js';
import { signOf, type VerdictSign } from '../words/verdict-words.js';
import type { Wording } from '../words/wording.js';

export interface EvidenceView<R> {
  readonly label: string;
  readonly value: R;
}

/** One item's answer as a report shows it. */
export interface ItemView<R> {
  /** Empty where the part's heading says all. */
  readonly heading: string;
  readonly points: string;
  readonly ask: R | null;
  readonly criteria: readonly string[];
  readonly sign: VerdictSign;
  readonly says: readonly R[];
  readonly evidence: readonly EvidenceView<R>[];
}

export const markSign = ({ verdict, pending, item }: Mark): VerdictSign =>
  signOf(verdict, compare(pending, zero) > 0 || compare(item.points, zero) === 0);

export const markPoints = ({ score, pending, item }: Mark): string =>
  pointsWords({ score, pending, max: item.points });

export const evidenceView = <R>(mark: Mark, words: Wording, { phrase }: Medium<R>): EvidenceView<R>[] =>
  evidence(mark, words).map((line) => ({ label: line.label, value: phrase(line.phrase) }));

/** The verdict in words, unless its sign says it all. */
export const saidBeyondSign = (mark: Mark, words: Wording): readonly Phrase[] =>
  mark.verdict === 'correct' || mark.verdict === 'blank' ? [] : verdictWords(mark, words);

interface Shown<R> {
  readonly heading: string;
  readonly ask: R | null;
  readonly criteria: readonly string[];
}

/** Writes item views; marks that many students share are written once. */
export function itemViews<R>(words: Wording, medium: Medium<R>): (mark: Mark, page: Shown<R>) => ItemView<R> {
  const known = new WeakMap<Mark, ItemView<R>>();
  return (mark, page) => {
    const before = known.get(mark);
    if (before) return before;
    const view: ItemView<R> = {
      heading: page.heading,
      points: markPoints(mark),
      ask: page.ask,
      criteria: words.expected ? page.criteria : [],
      sign: markSign(mark),
      says: saidBeyondSign(mark, words).map(medium.phrase),
      evidence: evidenceView(mark, words, medium),
    };
    known.set(mark, view);
    return view;
  };
}
