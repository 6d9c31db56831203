import { isTensor, map } from '../../src/engine/tensor.js';
import type { AnswerItem } from '../../src/problem/item.js';
import type { Random } from './random.js';

export type WrongKind = 'four digits' | 'whole above 1,000' | 'small whole' | 'entries of four digits';

/** A wrong value that no slip led to, of the kind the key is. */
export interface WrongValue {
  readonly kind: WrongKind;
  readonly text: string;
}

/** Nearer than this share of the key, carried roundings could make it right. */
const nearest = 0.07;

/** Evenly on a scale of powers of ten, from a tenth to ten times the key. */
const drawNear = (key: number, random: Random): number =>
  key * 10 ** (random.below(2_000_001) / 1_000_000 - 1);

const fourDigits = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toPrecision(4);

/** A random wrong value for an item with this key; null where the key is no number to be wrong about. */
export function drawWrong({ type }: AnswerItem, key: unknown, random: Random): WrongValue | null {
  if (isTensor(key)) {
    const drawn = map(key, (entry) => (entry === 0 ? 0 : Number(drawNear(entry, random).toPrecision(4))));
    const isOff = drawn.data.some(
      (entry, at) => Math.abs(entry - key.data[at]!) > nearest * Math.abs(key.data[at]!),
    );
    return isOff ? { kind: 'entries of four digits', text: type.write(drawn) } : null;
  }
  if (typeof key !== 'number' || key === 0 || !Number.isFinite(key)) return null;
  const value = drawNear(key, random);
  if (type.name === 'integer' || (Number.isInteger(key) && Math.abs(key) >= 1000)) {
    const whole = Math.round(value);
    if (whole === key || whole === 0) return null;
    return { kind: Math.abs(whole) > 1000 ? 'whole above 1,000' : 'small whole', text: String(whole) };
  }
  if (type.name !== 'number' || Math.abs(value - key) <= nearest * Math.abs(key)) return null;
  return { kind: 'four digits', text: fourDigits(Number(value.toPrecision(4))) };
}
