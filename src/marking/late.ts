import { fromNumber, multiply, toNumber } from '../notation/rational.js';
import type { Rubric } from '../problem/rubric.js';

/** How late a submission was, and the share of its score that is taken for it. */
export interface Late {
  readonly minutes: number;
  readonly days: number;
  readonly taken: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

const instant = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(?:([Zz])|([+-]\d\d):?(\d\d))$/;

/** Milliseconds of an instant with its zone; null for any other text, which would mean another time in another zone. */
export function instantOf(text: string): number | null {
  const match = instant.exec(text.trim());
  if (!match) return null;
  const [, date, time, utc, hours, minutes] = match;
  const parsed = Date.parse(`${date}T${time}${utc ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isFinite(parsed) ? parsed : null;
}

/** Lateness between two instants under a rubric's policy; null when in time, or where either instant is unknown. */
export function lateness(
  submitted: string | null,
  due: string | undefined,
  policy: Rubric['late'],
): Late | null {
  const from = due === undefined ? null : instantOf(due);
  const to = submitted === null ? null : instantOf(submitted);
  if (from === null || to === null) return null;
  const over = to - from;
  const counted = over - (policy?.grace ?? 0) * minute;
  if (counted <= 0) return null;
  const days = Math.ceil(counted / day);
  const share = toNumber(multiply(fromNumber(policy?.perDay ?? 0), fromNumber(days)));
  return { minutes: Math.ceil(over / minute), days, taken: Math.min(policy?.most ?? 1, share, 1) };
}
