import { loadParser } from '../../notation/expression/author-parser.js';
import { openInstance, type OpenProblem } from '../open-problem.js';
import type { Instance } from './instance.js';
import { difficultyOf, type Difficulty } from './difficulty.js';
import { valueAt, parsePath } from './given-path.js';
import { planOf } from './plan.js';
import { randomFrom, type RandomState } from './random.js';
import { canGoOn, exhausted, tryOnce, weaknesses, type Found, type Search } from './search.js';
import { Tally, type Reason, type Refusal } from './tally.js';
import { untoldWays } from './untold.js';
import { workOf } from './work.js';

/** A problem on numbers of its own. */
export interface Variant {
  readonly problem: OpenProblem;
  /** The drawn givens by path: all that a file must keep to have the same variant again. */
  readonly drawn: Readonly<Record<string, unknown>>;
  readonly difficulty: Difficulty;
  /** Draws it took, this one included. */
  readonly tries: number;
  /** Why the others were refused, the commonest reason first. */
  readonly refused: readonly Refusal[];
}

export interface VariantDrawer {
  /** Throws a VaryError where no draw is good within the bound. */
  readonly draw: (state: RandomState, seed: string) => Variant;
  /** Wrong ways that no draw of this problem tells from the right one or from each other. */
  readonly untold: readonly string[];
}

/** A search that ends without a good draw has compared few to the end: most show at once what is wrong with them. */
const comparedInPart = 1 / 10;

/** Draws whose verdict is kept: a problem with a few choices meets the same ones over and over. */
const mostKept = 4_000;

type Bands = Readonly<Record<keyof Difficulty, { readonly from: number; readonly to: number }>>;

/** Half to twice the document's own difficulty, unless the problem says otherwise. */
function bandsOf({ plan }: Search, own: Difficulty): Bands {
  const usual = (value: number) => ({ from: value / 2, to: value * 2 });
  return {
    operations: plan.rules.operations ?? usual(own.operations),
    digits: plan.rules.digits ?? usual(own.digits),
  };
}

function outOfBand(difficulty: Difficulty, bands: Bands): Reason | undefined {
  for (const measure of ['operations', 'digits'] as const) {
    const { from, to } = bands[measure];
    if (difficulty[measure] < from || difficulty[measure] > to)
      return {
        path: ['variants', measure],
        message: `the working has not between ${from} and ${to} ${measure}`,
      };
  }
  return undefined;
}

/** Reads how a problem varies; throws a VaryError for what can be seen to be wrong before a variant is asked for. */
export async function variantDrawer(problem: OpenProblem): Promise<VariantDrawer> {
  await loadParser();
  const plan = planOf(problem);
  const items = problem.items.filter((item) => item.kind === 'answer');
  const search: Search = { problem, plan, items, work: workOf(problem) };
  const own = difficultyOf({ key: problem.key, items });
  const bands = bandsOf(search, own);
  const untold = plan.keys.length > 0 ? untoldWays(search) : new Set<string>();

  const fault = (instance: Instance, difficulty: Difficulty, tally: Tally): Reason | null => {
    const odd = outOfBand(difficulty, bands);
    if (odd) return odd;
    tally.spent += search.work.compared * comparedInPart;
    for (const { name, coincides } of weaknesses(instance, search))
      if (coincides && !untold.has(name)) return { path: ['vary'], message: name };
    return null;
  };
  const good = new Set<string>();

  const settle = ({ given, instance }: Found, seed: string, tally: Tally): Variant | null => {
    const refuse = (reason: Reason): null => {
      tally.add(reason);
      return null;
    };
    tally.spent += search.work.opened;
    const drawn = Object.fromEntries(plan.keys.map((key) => [key, valueAt(given, parsePath(key))]));
    const difficulty = difficultyOf(instance);
    const met = JSON.stringify(drawn);
    const reason = good.has(met) ? null : fault(instance, difficulty, tally);
    if (reason) return refuse(reason);
    if (good.size < mostKept) good.add(met);
    const opened = openInstance(problem, given, seed, instance);
    if ('errors' in opened) {
      const [{ path, message }] = opened.errors as [Reason];
      return refuse({ path, message });
    }
    return { problem: opened, drawn, difficulty, tries: tally.tried, refused: tally.list() };
  };

  return {
    untold: [...untold],
    draw: (state, seed) => {
      if (plan.keys.length === 0) return { problem, drawn: {}, difficulty: own, tries: 1, refused: [] };
      const random = randomFrom(state);
      const tally = new Tally();
      while (canGoOn(tally)) {
        const found = tryOnce(search, random, tally);
        const variant = found && settle(found, seed, tally);
        if (variant) return variant;
      }
      throw exhausted(tally, plan);
    },
  };
}
