import { describeForm, formOf } from '../../notation/formula/forms.js';
import { compare, toNumber, type Rational } from '../../notation/rational.js';
import { formatPoints, zero } from '../../problem/points.js';
import type { AnswerItem } from '../../problem/item.js';

/** A share as a percentage with the digits it needs: 0.002 is "0.2 %". */
export const percent = (share: number, digits = 6): string =>
  `${Number((share * 100).toPrecision(digits))} %`;

/** Percentages as a table of a class shows them, whole. */
export const wholePercent = (share: number): string => `${Math.round(share * 100)} %`;

/** A number with at most two decimals. */
export const short = (value: number): string => String(Number(value.toFixed(2)));

interface Points {
  readonly score: Rational;
  readonly pending: Rational;
  readonly max: Rational;
}

/** "3.5 of 5", "5 points waiting", "2 of 6, 3 more waiting", "optional". */
export function pointsWords({ score, pending, max }: Points): string {
  if (compare(max, zero) === 0) return 'optional';
  const waiting = formatPoints(pending);
  if (compare(pending, max) >= 0) return `${waiting} ${toNumber(pending) === 1 ? 'point' : 'points'} waiting`;
  const marked = `${formatPoints(score)} of ${formatPoints(max)}`;
  return compare(pending, zero) > 0 ? `${marked}, ${waiting} more waiting` : marked;
}

/** Answer types that compare by tolerance; all others are right or wrong exactly. */
const toleranced: ReadonlySet<string> = new Set(['number', 'vector', 'matrix', 'tensor']);

/** How an answer was compared: "within 0.2 %", "exactly", a formula "by its meaning". */
export function ruleWords({ type, rules: { tolerance, precision, form } }: AnswerItem): string {
  const bounds = [
    ...(tolerance.relative > 0 ? [percent(tolerance.relative)] : []),
    ...(tolerance.absolute > 0 ? [String(tolerance.absolute)] : []),
  ];
  if (type.keyFrom) return form ? `by its meaning, and ${describeForm(formOf(form))}` : 'by its meaning';
  if (!toleranced.has(type.name) || (bounds.length === 0 && !precision)) return 'exactly';
  const within = bounds.length > 0 ? `within ${bounds.join(' or ')}` : 'exactly';
  return precision ? `${within}, to at least ${precision.atLeast} significant digits` : within;
}
