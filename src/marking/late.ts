import type { Rubric } from '../problem/rubric.js';

/** How late a submission was, and the share of its score that is taken for it. */
export interface Late {
  readonly minutes: number;
  readonly days: number;
  readonly taken: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Lateness between two instants under a rubric's policy; null when in time, or where either instant is unknown. */
export function lateness(
  submitted: string | null,
  due: string | undefined,
  policy: Rubric['late'],
): Late | null {
  if (submitted === null || due === undefined) return null;
  const over = Date.parse(submitted) - Date.parse(due);
  if (!Number.isFinite(over) || over <= (policy?.grace ?? 0) * minute) return null;
  const days = Math.ceil(over / day);
  const taken = Math.min(policy?.most ?? 1, days * (policy?.perDay ?? 0));
  return { minutes: Math.ceil(over / minute), days, taken };
}
