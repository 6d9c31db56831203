import { isTensor, sameShape } from '../../engine/tensor.js';
import type { AnswerItem } from '../item.js';

type Bound = AnswerItem['rules']['tolerance'];

const near = (a: number, b: number, { relative, absolute }: Bound): boolean =>
  Math.abs(a - b) <= Math.max(absolute, relative * Math.abs(b));

const exact: Bound = { relative: 0, absolute: 0 };

/** Whether an answer with one value would be marked right where the other is the key. */
export function coincide(item: AnswerItem, value: unknown, key: unknown): boolean {
  const bound = item.type.name === 'integer' ? exact : item.rules.tolerance;
  if (typeof value === 'number' && typeof key === 'number') return near(value, key, bound);
  if (isTensor(value) && isTensor(key))
    return (
      sameShape(value.shape, key.shape) && value.data.every((entry, at) => near(entry, key.data[at]!, bound))
    );
  if (typeof value !== typeof key) return false;
  if (typeof value === 'string') return value === key;
  if (item.type.name === 'shape') return JSON.stringify(value) === JSON.stringify(key);
  const reading = item.type.read(item.type.write(value), { ...item.read, like: key });
  if (reading.state !== 'read') return false;
  const { entries } = item.type.compare(reading.answer, key, item.rules.tolerance);
  return entries.every((entry) => entry === 'correct' || entry === 'rounded');
}
