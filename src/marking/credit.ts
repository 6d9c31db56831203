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

/** The credits that truly apply to a diagnosis; the item scores the best of them. */
function credits(diagnosis: Diagnosis, item: AnswerItem): Rational[] {
  const { credit } = item.rules;
  const part = (share: number): Rational => multiply(item.points, fromNumber(share));
  switch (diagnosis.verdict) {
    case 'correct':
      return [item.points];
    case 'rounded':
      return [part(credit.rounded)];
    case 'follows-through':
      return [part(credit['follows-through']), perEntry(diagnosis, item)];
    case 'slip': {
      const named = diagnosis.explanations.map(({ slips }) =>
        slips.reduce((share, { slip }) => share * (credit.slips[slip] ?? credit.slip), 1),
      );
      return [part(Math.min(...named)), perEntry(diagnosis, item)];
    }
    case 'partial':
      return [perEntry(diagnosis, item)];
    default:
      return [zero];
  }
}

/** Marks of diagnoses that are shared by all who write the same text. */
const given = new WeakMap<Diagnosis, Mark>();

/** A diagnosis with its score; what is unreadable or waits for a person is pending, never zero. */
export function giveCredit(diagnosis: Diagnosis): Mark {
  const known = given.get(diagnosis);
  if (known) return known;
  const { item, verdict } = diagnosis;
  const waits = verdict === 'unreadable' || verdict === 'review';
  const mark: Mark = {
    ...diagnosis,
    score: item.kind === 'review' || waits ? zero : best(credits(diagnosis, item)),
    pending: waits ? item.points : zero,
    comment: null,
  };
  given.set(diagnosis, mark);
  return mark;
}
