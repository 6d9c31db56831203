import { openInstance, type OpenProblem, type Opened } from '../open-problem.js';
import { parsePath, valueAt, withValueAt } from './given-path.js';
import type { Given } from './plan.js';

/** Drawn givens of a problem, by path. */
export type Drawn = Readonly<Record<string, unknown>>;

/** The problem on numbers that were drawn before; errors where they no longer fit it. */
export function applyDrawn(problem: OpenProblem, drawn: Drawn, seed: string | null): Opened {
  const { given: stated } = problem.source;
  const lost = Object.keys(drawn).find((path) => valueAt(stated, parsePath(path)) === undefined);
  if (lost !== undefined) return { errors: [{ path: ['given'], message: `no given stands at "${lost}"` }] };
  const given = Object.entries(drawn).reduce<unknown>(
    (now, [path, value]) => withValueAt(now, parsePath(path), value),
    stated,
  );
  return openInstance(problem, given as Given, seed);
}
