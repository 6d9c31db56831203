import { expect, it } from 'vitest';
import { shape } from './shape.js';

const rule = { relative: 0, absolute: 0 };
const remark = (text: string, key: 'none' | readonly number[]): string | undefined => {
  const reading = shape.read(text, { decimal: 'point', like: key });
  return reading.state === 'read' ? shape.compare(reading.answer, key, rule).remark : reading.state;
};

it.each([
  ['2x2', 'none', undefined],
  ['-', [16, 1], 'There is one here: it has sizes.'],
  ['-', 'none', undefined],
] as const)(
  'says of %s, where the key is %j, that there is something to give, and never that there is nothing',
  (text, key, said) => {
    expect(remark(text, key)).toBe(said);
  },
);
