import type { Verdict } from '../../marking/mark.js';

/** A verdict at a glance: never by colour alone. */
export interface VerdictSign {
  readonly symbol: string;
  readonly word: string;
  /** What the page's style colours. */
  readonly tone: 'right' | 'near' | 'wrong' | 'empty' | 'waits';
}

export const verdictSigns: Readonly<Record<Verdict, VerdictSign>> = {
  correct: { symbol: '✓', word: 'right', tone: 'right' },
  rounded: { symbol: '≈', word: 'right, rounded', tone: 'right' },
  'follows-through': { symbol: '↳', word: 'right from your numbers', tone: 'right' },
  slip: { symbol: '△', word: 'a slip', tone: 'near' },
  partial: { symbol: '◐', word: 'partly right', tone: 'near' },
  wrong: { symbol: '✗', word: 'not right', tone: 'wrong' },
  blank: { symbol: '○', word: 'left empty', tone: 'empty' },
  unreadable: { symbol: '?', word: 'could not be read', tone: 'waits' },
  review: { symbol: '…', word: 'for a person', tone: 'waits' },
};

const seen: VerdictSign = { symbol: '✎', word: 'marked by a person', tone: 'near' };

/** The sign of a mark; what waited for a person and waits no longer says so. */
export const signOf = (verdict: Verdict, waits: boolean): VerdictSign =>
  (verdict === 'review' || verdict === 'unreadable') && !waits ? seen : verdictSigns[verdict];
