import { describe, expect, it } from 'vitest';
import { defaultRules, mergeRules, Rubric } from './rubric.js';

describe('rules', () => {
  it('are the defaults where nothing is said', () => {
    expect(mergeRules({}, {}, {})).toEqual(defaultRules);
  });

  it('hold from the innermost that says something, choice by choice', () => {
    const rules = mergeRules(
      {
        tolerance: { relative: 0.05, absolute: 0.1 },
        precision: { atLeast: 3 },
        credit: { slip: 0.25, rounded: 0.9 },
      },
      { tolerance: { relative: 0.01 }, credit: { slip: 0.6, slips: { a: 0.1, b: 0.2 } } },
      { precision: { atLeast: 2 }, credit: { slips: { b: 0.3 } } },
    );
    expect(rules.tolerance).toEqual({ relative: 0.01, absolute: 0.1 });
    expect(rules.precision).toEqual({ atLeast: 2 });
    expect(rules.credit).toMatchObject({
      slip: 0.6,
      rounded: 0.9,
      partial: 'per-entry',
      slips: { a: 0.1, b: 0.3 },
    });
  });

  it('may set a choice back to nothing: 0 counts as said', () => {
    expect(
      mergeRules(
        { tolerance: { absolute: 0.5 }, credit: { slip: 0.5 } },
        { tolerance: { absolute: 0 }, credit: { slip: 0 } },
      ),
    ).toMatchObject({
      tolerance: { absolute: 0 },
      credit: { slip: 0 },
    });
  });

  it.each([
    { credit: { slip: 1.5 } },
    { credit: { slip: -0.1 } },
    { tolerance: { relative: 5 } },
    { rounding: { to: 0 } },
    { late: {} },
    { feedback: { hints: 'sometimes' } },
    { tolerances: {} },
  ])('refuse %j', (rubric) => {
    expect(Rubric.safeParse(rubric).success).toBe(false);
  });
});
