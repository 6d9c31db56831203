import type { Comparison, EntryVerdict } from '../answers/answer-type.js';
import { add, compare, divide, fromNumber, multiply, subtract, type Rational } from '../notation/rational.js';
import { zero } from '../problem/points.js';
import type { AnswerItem } from '../problem/item.js';
import type { Diagnosis, Mark } from './mark.js';
import { overall } from './overall.js';

const best = (credits: readonly Rational[]): Rational =>
  credits.reduce((most, credit) => (compare(credit, most) > 0 ? credit : most), zero);

/** Credit for the right entries, as far as they are more than the better constant answer gets. */
function entryCredit(
  { entries, weights, baseline = 0 }: Comparison,
  { points, rules }: AnswerItem,
): Rational {
  if (rules.credit.partial === 'all-or-nothing' || entries.length < 2) return zero;
  const weigh = (counts: (verdict: EntryVerdict) => boolean): Rational =>
    weights
      ? entries.reduce((sum, entry, at) => (counts(entry) ? add(sum, fromNumber(weights[at]!)) : sum), zero)
      : fromNumber(entries.filter(counts).length);
  const rounded = multiply(
    weigh((entry) => entry === 'rounded'),
    fromNumber(rules.credit.rounded),
  );
  const earned = add(
    weigh((entry) => entry === 'correct'),
    rounded,
  );
  const above = subtract(earned, fromNumber(baseline));
  const reach = subtract(
    weigh(() => true),
    fromNumber(baseline),
  );
  return compare(above, zero) > 0 ? divide(multiply(points, above), reach) : zero;
}

/** Credit by entries: against the key in full, against the student's own numbers as much as following through earns. */
function perEntry({ comparison, againstKey }: Diagnosis, item: AnswerItem): Rational[] {
  if (!comparison) return [];
  if (!againstKey) return [entryCredit(comparison, item)];
  const { 'follows-through': share } = item.rules.credit;
  return [entryCredit(againstKey, item), multiply(entryCredit(comparison, item), fromNumber(share))];
}

/** The credits that truly apply to a diagnosis; the item scores the best of them. */
function credits(diagnosis: Diagnosis, item: AnswerItem): Rational[] {
  const { credit } = item.rules;
  const part = (share: number): Rational => multiply(item.points, fromNumber(share));
  switch (diagnosis.verdict) {
    case 'correct':
      return [item.points];
    case 'rounded':
      return [part(credit.rounded), ...perEntry(diagnosis, item)];
    case 'follows-through': {
      const digits = diagnosis.comparison && overall(diagnosis.comparison) === 'rounded' ? credit.rounded : 1;
      if (diagnosis.charged) return [part(Math.min(credit['follows-through'], credit.slip) * digits)];
      return [part(credit['follows-through'] * digits), ...perEntry(diagnosis, item)];
    }
    case 'slip': {
      const named = diagnosis.explanations.map(({ slips }) =>
        slips.reduce((share, { slip }) => share * (credit.slips[slip] ?? credit.slip), 1),
      );
      return [part(Math.min(...named)), ...perEntry(diagnosis, item)];
    }
    case 'partial':
      return perEntry(diagnosis, item);
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
