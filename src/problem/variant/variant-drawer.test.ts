import { describe, expect, it } from 'vitest';
import { openProblem, type OpenProblem } from '../open-problem.js';
import { Problem } from '../problem.js';
import { applyDrawn } from './apply-drawn.js';
import { VaryError } from './plan.js';
import { variantDrawer } from './variant-drawer.js';

const base = {
  title: 'Two units',
  family: 'batch-norm',
  given: {
    z: [
      [1, 3, 5],
      [2, 6, 1],
    ],
    gamma: [2, 3],
    beta: [5, 7],
    epsilon: 0,
  },
  parts: { a: { answer: 'mean' }, b: { answer: 'output' } },
};

const opened = async (changes: object): Promise<OpenProblem> => {
  const problem = await openProblem('q1', Problem.parse({ ...base, ...changes }));
  if ('errors' in problem) throw new Error(JSON.stringify(problem.errors));
  return problem;
};
const state = (place: number) => [place + 1, 7, 11, 13] as const;
const drawn = async (changes: object, count = 20) => {
  const { draw } = await variantDrawer(await opened(changes));
  return Array.from({ length: count }, (_, place) => draw(state(place), 's'));
};

describe('drawing a variant', () => {
  const vary = {
    z: { each: 'integer', from: -9, to: 9 },
    gamma: { draw: 'permutation' },
    'beta.0': { draw: 'choice', of: [1, 4, 8] },
    'beta.1': { is: '2 * beta.0 - 1' },
    epsilon: { draw: 'decimal', from: 0, to: 0.5, step: 0.25 },
  };

  it('draws each given by its distribution, and keeps what was drawn', async () => {
    for (const { problem, drawn: values } of await drawn({ vary })) {
      const { z, gamma, beta, epsilon } = problem.source.given as {
        z: number[][];
        gamma: number[];
        beta: number[];
        epsilon: number;
      };
      expect(z.map((row) => row.length)).toEqual([3, 3]);
      expect(z.flat().every((entry) => Number.isInteger(entry) && Math.abs(entry) <= 9)).toBe(true);
      expect([...gamma].sort()).toEqual([2, 3]);
      expect([1, 4, 8]).toContain(beta[0]);
      expect(beta[1]).toBe(2 * beta[0]! - 1);
      expect([0, 0.25, 0.5]).toContain(epsilon);
      expect(values).toEqual({ z, gamma, 'beta.0': beta[0], 'beta.1': beta[1], epsilon });
    }
  });

  it('gives the same problem again from what was kept', async () => {
    const problem = await opened({ vary });
    const [variant] = await drawn({ vary }, 1);
    const again = applyDrawn(
      problem,
      JSON.parse(JSON.stringify(variant!.drawn)) as Record<string, unknown>,
      null,
    );
    expect('errors' in again ? again.errors : again.key.value('output')).toEqual(
      variant!.problem.key.value('output'),
    );
  });

  it('meets every condition over givens and steps', async () => {
    const variants = { require: ['distinct(z)', 'whole(mean)', 'min(abs(mean)) >= 1'], largest: 30 };
    for (const { problem } of await drawn({ vary, variants })) {
      for (const row of (problem.source.given as { z: number[][] }).z) {
        expect(new Set(row).size).toBe(3);
        const mean = (row[0]! + row[1]! + row[2]!) / 3;
        expect(Math.abs(mean - Math.round(mean))).toBeLessThan(1e-12);
        expect(Math.abs(mean)).toBeGreaterThanOrEqual(1 - 1e-12);
      }
    }
  });

  it('writes the drawn numbers into every text', async () => {
    const text = 'Take β = {{beta}}, ε = {{epsilon}} and row {{z.0}}.';
    for (const { problem } of await drawn({ vary, text }, 5)) {
      const { epsilon, z } = problem.source.given as { epsilon: number; z: number[][] };
      expect(problem.text).toContain(`ε = ${epsilon} and row [${z[0]!.join(', ')}]`);
    }
  });

  it('keeps the working within the band of the problem', async () => {
    const wide = { z: { each: 'integer', from: -99, to: 99 } };
    const digitsOf = async (digits: object) =>
      (await drawn({ vary: wide, variants: { digits } })).map(({ difficulty }) => difficulty.digits);
    const seen = (await digitsOf({ from: 0, to: 1e6 })).sort((a, b) => a - b);
    const middle = seen[10]!;
    expect(seen[0]).toBeLessThan(middle);
    expect(Math.max(...(await digitsOf({ from: 0, to: middle })))).toBeLessThanOrEqual(middle);
    expect(Math.min(...(await digitsOf({ from: middle, to: 1e6 })))).toBeGreaterThanOrEqual(middle);
  });

  it('leaves a problem without `vary` as it is', async () => {
    const [variant] = await drawn({}, 1);
    expect(variant!.drawn).toEqual({});
    expect(variant!.problem.key.value('mean')).toEqual((await opened({})).key.value('mean'));
  });
});

describe('authoring errors of a `vary`', () => {
  it.each([
    [{ z: { each: 'integer', from: 5, to: 1 } }, /nothing lies between 5 and 1/],
    [{ z: { each: 'decimal', from: 0, to: 1e9, step: 1e-9 } }, /more than 2147483648/],
    [{ y: { each: 'integer', from: 1, to: 5 } }, /no given stands at "y"/],
    [{ 'z.7': { each: 'integer', from: 1, to: 5 } }, /no given stands at "z\.7"/],
    [{ constructor: { draw: 'integer', from: 1, to: 5 } }, /no given stands at "constructor"/],
    [{ epsilon: { each: 'integer', from: 1, to: 5 } }, /no list/],
    [{ z: { draw: 'integer', from: 1, to: 5 } }, /a list/],
    [{ epsilon: { draw: 'permutation' } }, /no two entries/],
    [{ z: { each: 'integer', from: 1, to: 5 }, 'z.0': { draw: 'permutation' } }, /part of "z"/],
    [{ epsilon: { draw: 'choice', of: [1, 1] } }, /all choices are the same/],
    [{ z: { each: 'integer', from: 2, to: 2, except: [2] } }, /every value is excepted/],
  ])('%j is told when the problem is opened', async (vary, message) => {
    const found = await openProblem('q1', Problem.parse({ ...base, vary }));
    const errors = 'errors' in found ? found.errors : [];
    expect(errors.map((error) => error.message).join()).toMatch(message);
    expect(errors[0]!.path[0]).toBe('vary');
    expect(errors[0]!.hint).toBeTruthy();
  });

  const z = { each: 'integer', from: -9, to: 9 };
  it.each([
    [
      'a condition that names nothing',
      { vary: { z }, variants: { require: ['whole(men)'] } },
      /"men" names no given and no step/,
      ['variants', 'require', 0],
    ],
    [
      'a formula of a step',
      { vary: { z, epsilon: { is: 'mean' } } },
      /"mean" names no given/,
      ['vary', 'epsilon'],
    ],
    [
      'formulas that need each other',
      { vary: { 'beta.0': { is: 'beta.1' }, 'beta.1': { is: 'beta.0' } } },
      /need each other/,
      ['vary', 'beta.0'],
    ],
    [
      'a condition that is never true',
      { vary: { z }, variants: { require: ['max(z) > 9'] } },
      /refused most often \((\d+) times\): "max\(z\) > 9" does not hold/,
      ['variants', 'require', 0],
    ],
    [
      'conditions that contradict each other',
      { vary: { z }, variants: { require: ['sum(mean) > 4', 'sum(mean) < 3'] } },
      /refused most often/,
      ['variants', 'require', 0],
    ],
    [
      'givens that make no sense',
      { vary: { epsilon: { draw: 'integer', from: -9, to: -5 } } },
      /no good variant/,
      undefined,
    ],
    [
      'a step of no problem',
      { vary: { z }, variants: { trivial: ['men'] } },
      /no step is named "men"/,
      ['variants', 'trivial', 0],
    ],
    [
      'a slip of no family',
      { vary: { z }, variants: { forgiven: ['slept'] } },
      /no slip is named "slept"/,
      ['variants', 'forgiven', 0],
    ],
  ])('%s', async (_, changes, message, path) => {
    const problem = await opened(changes);
    const error = await variantDrawer(problem)
      .then(({ draw }) => draw(state(0), 's'))
      .catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(VaryError);
    const [first] = (error as VaryError).errors;
    expect(first!.message).toMatch(message);
    expect(first!.hint).toBeTruthy();
    if (path) expect(first!.path).toEqual(path);
  });
});
