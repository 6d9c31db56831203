import { compare } from '../../notation/rational.js';
import { zero } from '../../problem/points.js';
import type { Diagnosis } from '../mark.js';
import { digitsSlip } from './reading-slips.js';

const hasPoints = ({ item }: Diagnosis): boolean => compare(item.points, zero) > 0;
const isOnlyRounded = ({ explanations: [lead] }: Diagnosis): boolean =>
  lead?.slips.every(({ slip }) => slip === digitsSlip) ?? false;

/**
 * A mistake in optional working costs nothing where it was made: the first answer with points that follows from it is
 * charged for it, and later ones are not.
 */
export function chargeOnce(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const byItem = new Map(diagnoses.map((one) => [one.item.id, one]));
  const charged = new Set<string>();
  const behind = (ids: readonly string[], seen: Set<string>): string[] =>
    ids.flatMap((id) => {
      const one = byItem.get(id);
      if (!one || seen.has(id) || hasPoints(one) || isOnlyRounded(one)) return [];
      seen.add(id);
      return one.verdict === 'follows-through' ? behind(one.fromOwn?.carried ?? [], seen) : [id];
    });
  return diagnoses.map((one) => {
    if (one.verdict !== 'follows-through' || !hasPoints(one)) return one;
    const open = behind(one.fromOwn?.carried ?? [], new Set()).filter((id) => !charged.has(id));
    for (const id of open) charged.add(id);
    return open.length > 0 ? { ...one, charged: open } : one;
  });
}
