import { add, compare, fromNumber, multiply, type Rational } from '../notation/rational.js';
import { shareOf, zero } from '../problem/points.js';
import type { AnswerItem } from '../problem/item.js';
import type { Diagnosis, Mark } from './mark.js';

const best = (credits: readonly Rational[]): Rational =>
  credits.reduce((most, credit) => (compare(credit, most) > 0 ? credit : most), zero);

const perEntry = ({ comparison }: Diagnosis, { points, rules }: AnswerItem): Rational => {
  const entries = comparison?.entries ?? [];
  if (rules.credit.partial === 'all-or-nothing' || entries.length < 2) return zero;
  const right = entries.filter((entry) => entry === 'correct').length;
  const rounded = entries.filter((entry) => entry === 'rounded').length;
  const roundedShare = multiply(shareOf(points, rounded, entries.length), fromNumber(rules.credit.rounded));
  return add(shareOf(points, right, entries.length), roundedShare);
};

/** The credits that truly apply to a finding; the item scores the best of them. */
function credits(finding: Diagnosis, item: AnswerItem): Rational[] {
  const { credit } = item.rules;
  const part = (share: number): Rational => multiply(item.points, fromNumber(share));
  switch (finding.verdict) {
    case 'correct':
      return [item.points];
    case 'rounded':
      return [part(credit.rounded)];
    case 'follows-through':
      return [part(credit['follows-through']), perEntry(finding, item)];
    case 'slip': {
      const named = finding.explanations.map(({ slips }) =>
        slips.reduce((share, { slip }) => share * (credit.slips[slip] ?? credit.slip), 1),
      );
      return [part(Math.min(...named)), perEntry(finding, item)];
    }
    case 'partial':
      return [perEntry(finding, item)];
    default:
      return [zero];
  }
}

/** A finding with its score; what is unreadable or waits for a person is pending, never zero. */
export function giveCredit(finding: Diagnosis): Mark {
  const { item, verdict } = finding;
  const waits = verdict === 'unreadable' || verdict === 'review';
  return {
    ...finding,
    score: item.kind === 'review' || waits ? zero : best(credits(finding, item)),
    pending: waits ? item.points : zero,
    comment: null,
  };
}
