import { compare, fromNumber } from '../../notation/rational.js';
import { stepsBehind } from '../../engine/working.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { formatPoints, sumOf, zero } from '../../problem/points.js';
import type { Weakness } from './weaknesses.js';

/** Criteria whose points are not those of their item, and problems that are worth nothing. */
export function weakPoints({ items, parts }: OpenProblem): Weakness[] {
  const criteria = items.flatMap((item): Weakness[] => {
    if (item.kind !== 'review') return [];
    const sum = sumOf(item.criteria.map(({ points }) => fromNumber(points)));
    if (compare(sum, item.points) === 0) return [];
    return [
      {
        path: ['parts', item.part],
        message: `the criteria of ${item.id} add up to ${formatPoints(sum)}, the answer is worth ${formatPoints(item.points)}`,
        hint: 'Make them equal, or leave out the points of the answer.',
      },
    ];
  });
  const all = sumOf(parts.map(({ points }) => points));
  return compare(all, zero) > 0
    ? criteria
    : [
        ...criteria,
        { path: ['parts'], message: 'no answer is worth a point', hint: 'Give a part its points.' },
      ];
}

/** Steps that stand in the givens themselves, where a family lets its author write them. */
const authoredSteps = (given: unknown): string[] =>
  typeof given === 'object' && given !== null && 'steps' in given && typeof given.steps === 'object'
    ? Object.keys(given.steps ?? {})
    : [];

/** Steps that the author wrote, that no part asks for, and that no asked one is computed from. */
export function idleSteps(problem: OpenProblem): Weakness[] {
  const { worksheet, key, given, items } = problem;
  const asked = items.flatMap((item) => (item.kind === 'answer' ? item.targets.map(({ step }) => step) : []));
  const used = new Set(stepsBehind(key, asked));
  return authoredSteps(given)
    .filter((step) => worksheet.steps.has(step) && !used.has(step))
    .map((step) => ({
      path: ['given'],
      message: `the step "${step}" is neither asked for nor used by a step that is`,
      hint: 'Ask for it, or leave it out.',
    }));
}
