import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isTensor } from '../../src/engine/tensor.js';
import type { Worksheet } from '../../src/engine/worksheet.js';
import { loadFamilies, loadFamily } from '../../src/families/index.js';
import { openProblem, type OpenProblem } from '../../src/problem/open-problem.js';
import { Problem } from '../../src/problem/problem.js';
import type { RuleChoices } from '../../src/problem/rubric.js';
import type { Random } from './random.js';
import { redraw } from './redraw.js';

/** Where instances come from: a sample of a family or a problem of the bank. */
export interface Source {
  readonly name: string;
  readonly problem: (random: Random) => Promise<Problem>;
}

/** Students write three or four digits, so three are what is asked. */
const rubric: RuleChoices = { tolerance: { relative: 0.005 }, precision: { atLeast: 3 } };

/** Steps that a problem made of a sample asks for at most. */
const mostSteps = 24;

/** Text is marked by a person. */
const isMarked = (type: string): boolean => type !== 'text';

function askFor(sheet: Worksheet, random: Random): Problem['parts'] {
  const steps = [...sheet.steps.values()].filter(({ type }) => isMarked(type));
  const count = random.chance(0.5) ? steps.length : 2 + random.below(Math.max(1, steps.length - 2));
  const asked = random.some(steps, Math.min(count, mostSteps));
  return Object.fromEntries(asked.map(({ name }, position) => [`p${position + 1}`, { answer: name }]));
}

/** Every sample of every family, and every problem of the bank. */
export async function sources(bank = 'problems'): Promise<Source[]> {
  const samples = (await loadFamilies()).flatMap((family) =>
    Object.entries(family.samples).map(([sample, given]): Source => ({
      name: `${family.name}: ${sample}`,
      problem: async (random) => {
        const sheet = family.worksheet(family.given.parse(given));
        return Problem.parse({ title: sample, family: family.name, given, parts: askFor(sheet, random) });
      },
    })),
  );
  const files = readdirSync(bank, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^[^/]+\/q\d[^/]*\.yaml$/.test(name),
  );
  const problems = files.sort().map((file): Source => {
    const problem = Problem.parse(parse(readFileSync(join(bank, file), 'utf8')));
    return { name: file, problem: async () => problem };
  });
  return [...samples, ...problems];
}

const isFiniteValue = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : isTensor(value)
      ? value.data.every(Number.isFinite)
      : true;

const isSound = (problem: OpenProblem): boolean =>
  problem.items.every(
    (item) =>
      item.kind === 'review' || item.targets.every(({ step }) => isFiniteValue(problem.key.value(step))),
  );

const shares = [1, 1, 0.7, 0.7, 0.4, 0.4, 0.2, 0.2, 0.1, 0];

/** An instance on redrawn givens: as many of them as still make sense. */
export async function drawInstance(source: Source, random: Random): Promise<OpenProblem> {
  const stated = await source.problem(random);
  await loadFamily(stated.family);
  for (const share of shares) {
    const given = redraw(stated.given, share, random) as Problem['given'];
    const opened = await openProblem(
      'q',
      { ...stated, given, text: undefined, slips: undefined, parts: bare(stated.parts) },
      { rubric },
    );
    if (!('errors' in opened) && isSound(opened)) return opened;
    if ('errors' in opened && share === 0)
      throw new Error(`${source.name}: ${opened.errors.map(({ message }) => message).join('; ')}`);
  }
  throw new Error(`${source.name}: no finite instance`);
}

/** Parts without prose and without marking rules of their own. */
const bare = (parts: Problem['parts']): Problem['parts'] =>
  JSON.parse(
    JSON.stringify(parts, (name, value: unknown) =>
      ['ask', 'tolerance', 'precision', 'credit', 'slips'].includes(name) ? undefined : value,
    ),
  ) as Problem['parts'];
