import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../src/answers/answer-type.js';
import { openAssignment, type OpenAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { splitInlineMap } from '../src/files/submission/inline-map.js';
import { marker } from '../src/marking/mark-submission.js';
import { weaknesses } from '../src/marking/weaknesses/weaknesses.js';
import { compare } from '../src/notation/rational.js';
import { solution } from '../src/problem/solution.js';
import { root } from './command-line.js';
import { printedValues } from './printed-values.js';

const bank = join(root, 'problems');
const folders = readdirSync(bank).filter((name) => existsSync(join(bank, name, 'assignment.yaml')));
const opened = new Map<string, Promise<OpenAssignment>>();
const open = (folder: string): Promise<OpenAssignment> => {
  const known = opened.get(folder) ?? openAssignment(openDisk(), join(bank, folder));
  opened.set(folder, known);
  return known;
};

const numbersIn = (json: Json): number[] =>
  typeof json === 'number'
    ? [json]
    : typeof json === 'object' && json !== null
      ? Object.values(json).flatMap(numbersIn)
      : [];

type Solved = Readonly<Record<'steps' | 'items', Readonly<Record<string, Json>>>>;

describe.each(folders)('problems/%s', (folder) => {
  it('lists every problem file of its folder', async () => {
    const { problems } = await open(folder);
    const files = readdirSync(join(bank, folder)).filter((name) => /^q.*\.yaml$/.test(name));
    const ids = new Set(problems.map(({ id }) => `${id}.yaml`));
    expect(files.filter((name) => !ids.has(name))).toEqual([]);
  });

  it('solves to finite values', async () => {
    const { problems } = await open(folder);
    for (const problem of problems) {
      const { steps, items } = solution(problem).json as Solved;
      expect(Object.keys(items).length).toBeGreaterThan(0);
      expect(numbersIn(steps).filter((value) => !Number.isFinite(value))).toEqual([]);
    }
  });

  it('has nothing that lint would find, its examples included', async () => {
    const { problems } = await open(folder);
    for (const problem of problems) expect(weaknesses(problem)).toEqual([]);
  });

  it('gives its key, written out whole, full marks for all but what a person marks', async () => {
    const { problems, rubric } = await open(folder);
    const answers = new Map(
      problems.flatMap((problem) =>
        [...solution(problem).items].map(([id, { text }]) => [id, { text, line: 1, column: 1 }] as const),
      ),
    );
    const mark = marker(problems, { rubric, splitMap: splitInlineMap });
    const { marks, unclaimed } = mark({ student: 's1', answers, lost: new Map(), submitted: null });
    expect(unclaimed).toEqual([]);
    for (const { item, verdict, score } of marks) {
      expect([item.id, verdict]).toEqual([item.id, item.kind === 'answer' ? 'correct' : 'blank']);
      if (item.kind === 'answer') expect([item.id, compare(score, item.points)]).toEqual([item.id, 0]);
    }
  });
});

// The sample assignment asks a question of another folder again; its examples are there.
const documents = folders.filter((folder) => folder !== 'sample');

it.each(documents)(
  'problems/%s shows how right and other answers to each problem are marked',
  async (folder) => {
    const { problems } = await open(folder);
    const few = problems.filter(({ examples }) => new Set(examples.map(({ verdict }) => verdict)).size < 2);
    expect(few.map(({ id }) => id)).toEqual([]);
  },
);

/** A value with its numbers left out; formulas stay as they are written. */
const shapeOf = (json: Json): string =>
  JSON.stringify(json, (_, part: Json) => (typeof part === 'number' ? '#' : part));

describe.each(Object.entries(printedValues))('problems/%s solves to', (folder, values) => {
  const cases = values.map(([item, value, within = 1e-12]) => ({ item, value, within }));
  it.each(cases)('$item = $value', async ({ item, value, within }) => {
    const { problems } = await open(folder);
    const problem = problems.find(({ id }) => item.startsWith(`${id}.`))!;
    const { items } = solution(problem).json as unknown as {
      readonly items: Readonly<Record<string, { readonly value: Json }>>;
    };
    const ours = items[item]!.value;
    const printed = JSON.parse(value) as Json;
    expect(shapeOf(ours)).toBe(shapeOf(printed));
    const theirs = numbersIn(printed);
    const gaps = numbersIn(ours).map((number, at) => Math.abs(number - theirs[at]!));
    expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(within);
  });
});

const guide = readFileSync(join(root, 'docs', 'parts.md'), 'utf8');
/** document, part, problem, family, steps, how it is marked, state, between the bars at both ends. */
const cellsInRow = 9;
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| 00'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === cellsInRow);

describe('docs/parts.md', () => {
  it('has a row for each of the 47 parts, and each once', () => {
    const parts = rows.map(([, document, part]) => `${document} ${part}`);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.filter((part) => !/Eq\.|formula/.test(part))).toHaveLength(47);
  });

  it('names every problem of the bank, and none besides', async () => {
    const named = new Set(
      rows.map(([, , , file]) => file!.replaceAll('`', '')).filter((file) => file !== ''),
    );
    const problems = (await Promise.all(documents.map(open))).flatMap(({ id, problems: all }) =>
      all.map((problem) => `${id}/${problem.id}`),
    );
    expect([...named].filter((file) => file !== '–').sort()).toEqual(problems.sort());
  });

  it('names families and steps that its problems have', async () => {
    for (const [, , , file, family, steps] of rows) {
      const [folder, id] = file!.replaceAll('`', '').split('/');
      if (id === undefined) continue;
      const problem = (await open(folder!)).problems.find((one) => one.id === id)!;
      expect([file, family]).toEqual([file, problem.family.name]);
      const asked = new Set(
        problem.items.flatMap((item) => (item.kind === 'answer' ? item.targets.map(({ step }) => step) : [])),
      );
      const missing = [...steps!.matchAll(/`([^`]+)`/g)]
        .map(([, step]) => step!)
        .filter((step) => ![...asked].some((name) => name === step || name.endsWith(`.${step}`)));
      expect([file, missing]).toEqual([file, []]);
    }
  });
});
