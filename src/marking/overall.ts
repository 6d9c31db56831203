import type { Comparison, EntryVerdict } from '../answers/answer-type.js';
import type { Verdict } from './mark.js';

const fromBest: readonly EntryVerdict[] = ['correct', 'rounded', 'wrong', 'blank', 'unreadable'];

/** The verdict of a comparison taken as a whole. */
export function overall({ entries }: Comparison): Verdict {
  if (entries.includes('undecided')) return 'review';
  const worst = Math.max(...entries.map((entry) => fromBest.indexOf(entry)));
  if (worst <= 1) return worst === 1 ? 'rounded' : 'correct';
  if (entries.some((entry) => entry === 'correct' || entry === 'rounded')) return 'partial';
  if (entries.includes('wrong')) return 'wrong';
  return entries.includes('unreadable') ? 'unreadable' : 'blank';
}

export const isRight = (verdict: Verdict): boolean => verdict === 'correct' || verdict === 'rounded';
