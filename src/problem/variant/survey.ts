import type { OpenProblem } from '../open-problem.js';
import type { RandomState } from './random.js';
import type { Refusal } from './tally.js';
import { variantDrawer } from './variant-drawer.js';

/** Smallest and largest of what was seen. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What drawing a problem many times showed. */
export interface Survey {
  /** Good draws, and all that they took. */
  readonly accepted: number;
  readonly tried: number;
  readonly operations: Span;
  readonly digits: Span;
  /** The condition that refused most draws. */
  readonly refused: Refusal | undefined;
  /** Wrong ways that no draw tells from another. */
  readonly untold: readonly string[];
}

const spanOf = (values: readonly number[]): Span => ({ from: Math.min(...values), to: Math.max(...values) });

/** Draws a problem from each state; throws a VaryError where one draws nothing good. */
export async function surveyOf(problem: OpenProblem, states: readonly RandomState[]): Promise<Survey> {
  const { draw, untold } = await variantDrawer(problem);
  const refusals = new Map<string, Refusal>();
  const seen = { operations: [] as number[], digits: [] as number[] };
  let tried = 0;
  for (const state of states) {
    const { difficulty, tries, refused } = draw(state, '');
    tried += tries;
    seen.operations.push(difficulty.operations);
    seen.digits.push(difficulty.digits);
    for (const { reason, count } of refused) {
      const before = refusals.get(reason.message)?.count ?? 0;
      refusals.set(reason.message, { reason, count: before + count });
    }
  }
  const [most] = [...refusals.values()].sort((a, b) => b.count - a.count);
  return {
    accepted: states.length,
    tried,
    operations: spanOf(seen.operations),
    digits: spanOf(seen.digits),
    refused: most,
    untold,
  };
}
