import { beforeAll, describe, expect, it } from 'vitest';
import { simulate, type Figures } from '../bench/simulator/simulate.js';

/** A small run of `bench/diagnosis.ts`; the bounds are those of ten thousand, with room for so few. */
const submissions = 900;
let figures: Figures;

beforeAll(async () => {
  figures = await simulate(submissions, 11);
}, 120_000);

const shareOf = (what: string): number => {
  const rates = [...figures.rates].filter(([name]) => name.startsWith(what));
  const cases = rates.reduce((sum, [, rate]) => sum + rate.cases, 0);
  expect(cases, what).toBeGreaterThan(10);
  return rates.reduce((sum, [, rate]) => sum + rate.hits, 0) / cases;
};

describe('simulated submissions of every family', () => {
  it('never has a right answer marked wrong, nor full marks for wrong ones', () => {
    expect(shareOf('right: an answer marked wrong')).toBe(0);
    expect(shareOf('wrong: full marks throughout')).toBe(0);
  });

  it('names nearly every planted slip, and nearly every pair', () => {
    expect(shareOf('one slip: named, alone or in a tie')).toBeGreaterThan(0.97);
    expect(shareOf('two slips: named, alone or in a tie')).toBeGreaterThan(0.91);
  });

  it('names outright what was not made in hardly any', () => {
    expect(shareOf('one slip: only something else named outright')).toBeLessThan(0.01);
    for (const kind of ['four digits', 'whole above 1,000', 'entries of four digits'])
      expect(shareOf(`random, ${kind}: named outright`)).toBeLessThan(0.02);
  });
});
