import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import type { OpenProblem } from '../src/problem/open-problem.js';
import { VaryError } from '../src/problem/variant/plan.js';
import { variantDrawer } from '../src/problem/variant/variant-drawer.js';
import { mostWork, workOf } from '../src/problem/variant/work.js';
import { root } from './command-line.js';

/** The dearest problems of the bank: by steps, by formulas, by layers that are read. */
const dearest: readonly (readonly [string, string])[] = [
  ['ee60020-hw4', 'q1-networks'],
  ['sharif-hw3', 'q2-jacobian'],
  ['coms573-hw5', 'q4-lenet'],
];
const open = async (folder: string, id: string): Promise<OpenProblem> => {
  const { problems } = await openAssignment(openDisk(), join(root, 'problems', folder));
  return problems.find((problem) => problem.id === id)!;
};

/** The problem under another rule, with the number of worksheets that its family built. */
function under(problem: OpenProblem, variants: NonNullable<OpenProblem['source']['variants']>) {
  const counted = { builds: 0 };
  const family: OpenProblem['family'] = {
    ...problem.family,
    worksheet: (given) => {
      counted.builds += 1;
      return problem.family.worksheet(given);
    },
  };
  return { counted, changed: { ...problem, family, source: { ...problem.source, variants } } };
}

const failure = async (problem: OpenProblem): Promise<unknown> =>
  variantDrawer(problem)
    .then(({ draw }) => draw([1, 2, 3, 4], 's'))
    .catch((error: unknown) => error);

const firstStep = ({ worksheet: { steps } }: OpenProblem): string =>
  [...steps.values()].find(({ type }) => ['integer', 'number', 'vector', 'matrix'].includes(type))!.name;

describe('a search that cannot succeed ends after bounded work', { timeout: 60_000 }, () => {
  it.each(dearest)('on %s/%s', async (folder, id) => {
    const problem = await open(folder, id);
    const never = `max(abs(${firstStep(problem)})) < 0`;
    const { counted, changed } = under(problem, { require: [never] });
    const error = await failure(changed);
    expect(error).toBeInstanceOf(VaryError);
    const [reason] = (error as VaryError).refused;
    expect((error as VaryError).errors[0]!.message).toContain(`${reason!.count} times`);
    const { opened: each } = workOf(problem);
    expect(counted.builds * each).toBeLessThanOrEqual(mostWork + each);
    // Nor does it give up before a condition that one draw in thirty meets would have been met.
    expect(counted.builds).toBeGreaterThan(100);
  });

  it.each(dearest)('also where the difficulty is out of reach: %s/%s', async (folder, id) => {
    const problem = await open(folder, id);
    const { counted, changed } = under(problem, { digits: { from: 0, to: 0 } });
    expect(await failure(changed)).toBeInstanceOf(VaryError);
    const { opened: each, compared } = workOf(problem);
    // The draws compared beforehand build a worksheet for every misreading as well.
    const probing = 24 * (1 + Object.keys(problem.worksheet.misreadings).length);
    expect(compared).toBeGreaterThan(each);
    expect(counted.builds).toBeLessThanOrEqual((2 * mostWork) / each + probing);
  });

  it('and where givens alone decide, after more draws that cost less', async () => {
    const problem = await open('coms573-hw5', 'q2-batch-norm');
    const { counted, changed } = under(problem, { require: ['1 > 2'] });
    const error = (await failure(changed)) as VaryError;
    expect(error.refused[0]!.count).toBeGreaterThan(2_000);
    expect(error.refused[0]!.count).toBeLessThanOrEqual(mostWork / 2 + 1);
    expect(counted.builds).toBe(0);
  });
});
