import { readdirSync, readFileSync } from 'node:fs';
import { evaluate } from '../src/engine/evaluate.js';
import { given, named, slip, step, worksheet } from '../src/engine/worksheet.js';
import { fromNested, map, type Tensor } from '../src/engine/tensor.js';
import { batchNorm } from '../src/families/batch-norm/index.js';
import { fromNumber } from '../src/notation/rational.js';
import { sumOf, zero } from '../src/problem/points.js';
import type { Item } from '../src/problem/item.js';
import type { OpenProblem } from '../src/problem/open-problem.js';
import { readParts } from '../src/problem/parts.js';
import { Problem } from '../src/problem/problem.js';
import type { Late } from '../src/marking/late.js';
import type { Mark, Verdict } from '../src/marking/mark.js';
import type { StudentResult } from '../src/report/student-result.js';
import type { ReportTemplates } from '../src/report/templates.js';

const folder = new URL('../templates/', import.meta.url);

export const templates: ReportTemplates = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name.replace(/\.hbs$/, ''),
    readFileSync(new URL(name, folder), 'utf8'),
  ]),
);

const z = fromNested([
  [1, 2],
  [3, 4],
]);
const doubled = step({
  name: 'doubled',
  type: 'matrix',
  symbol: 'D',
  needs: { z: named<Tensor>('z') },
  run: ({ z: input }) => map(input, (entry) => 2 * entry),
  show: ({ z: input }) => `2 \\cdot ${input}`,
  slips: {
    'forgot-factor': slip({
      needs: { z: named<Tensor>('z') },
      run: ({ z: input }) => input,
      show: ({ z: input }) => input,
      hint: 'The factor $2$ is missing: you wrote $Z$ itself, the layer computes $2Z$.',
    }),
  },
});
const count = (name: string, value: number) =>
  step({ name, type: 'integer', needs: {}, run: () => value, show: () => String(value) });
const total = step({
  name: 'total',
  type: 'number',
  needs: { d: named<Tensor>('doubled') },
  run: ({ d }) => d.data.reduce((sum, entry) => sum + entry, 0),
  show: ({ d }) => `\\mathbf{1}^\\top ${d} \\mathbf{1}`,
});
const sheet = worksheet(
  [given('z', 'matrix', z)],
  [
    doubled,
    total,
    ...['E1', 'E2', 'D1', 'D2'].flatMap((row, at) =>
      ['a', 'b', 'c', 'd'].map((column, k) => count(`${row}.${column}`, 16 * (at + 1) + k)),
    ),
  ],
);

/** A problem opened without the table of families: a matrix, a total, two small items, a table, a question for a person. */
export function openSample(id: string, problem: unknown): OpenProblem {
  const parsed = Problem.parse(problem);
  const key = evaluate(sheet);
  const prose = (_: unknown, text: string | undefined): string | null => text ?? null;
  const parts = readParts(id, parsed, { key, attempt: (_, run) => run(), prose, options: {} });
  return {
    id,
    title: parsed.title,
    family: batchNorm as unknown as OpenProblem['family'],
    given: {},
    worksheet: sheet,
    key,
    text: parsed.text ?? null,
    parts,
    items: parts.flatMap((part) => part.items),
    examples: [],
    source: { title: '', family: '', given: {}, parts: {} },
    options: {},
    seed: null,
  };
}

const sample = {
  title: 'Doubling a matrix',
  family: 'sample',
  text: 'A layer doubles its input $$Z = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$$ and sums what comes out.',
  given: {},
  parts: {
    a: { points: 4, answer: 'doubled', ask: 'Give the $2×2$ matrix $D$.' },
    b: { points: 5, answer: 'total', ask: 'Sum all entries of $D$.' },
    c: {
      ask: 'Read off two entries.',
      items: { first: { answer: 'doubled[0,0]', points: 1 }, last: { answer: 'doubled[1,1]', points: 1 } },
    },
    d: {
      points: 8,
      ask: 'Fill in the table.',
      table: {
        rows: { E1: 'E1', E2: 'E2', D1: 'D1', D2: 'D2' },
        columns: {
          a: { step: 'a', label: 'input' },
          b: { step: 'b', label: 'output' },
          c: { step: 'c', label: 'weight' },
          d: { step: 'd', label: 'bias' },
        },
      },
    },
    e: {
      ask: 'Why is $D$ symmetric or not?',
      review: [
        { criterion: 'compares entries', points: 2 },
        { criterion: 'concludes', points: 1 },
      ],
    },
  },
};

export const problems: readonly OpenProblem[] = [openSample('q1', sample)];

/** A mark made by hand: what is not given is a blank's. */
export function markOf(item: Item, verdict: Verdict, found: Partial<Mark> & { points?: number } = {}): Mark {
  const { points = 0, ...rest } = found;
  const waits = verdict === 'unreadable' || verdict === 'review';
  const earns = verdict === 'correct' || verdict === 'follows-through';
  return {
    item,
    verdict,
    written: null,
    read: null,
    notes: [],
    comparison: null,
    fromOwn: null,
    explanations: [],
    certain: false,
    why: null,
    score: earns ? item.points : fromNumber(points),
    pending: waits ? item.points : zero,
    comment: null,
    ...rest,
  };
}

export type MarksById = Readonly<Record<string, (item: Item) => Mark>>;

/** A student's result: marks by item id without the problem's, blank where none is given. */
export function resultOf(
  student: string,
  marks: MarksById = {},
  rest: Partial<StudentResult> & { late?: Late; from?: readonly OpenProblem[] } = {},
): StudentResult {
  const { late = null, from = problems, ...more } = rest;
  const all = from.flatMap(({ id, items }) =>
    items.map((item) => (marks[item.id.slice(id.length + 1)] ?? ((blank) => markOf(blank, 'blank')))(item)),
  );
  const parts = new Map<string, Mark[]>();
  for (const mark of all) {
    const part = mark.item.id.split('.', 2).join('.');
    parts.set(part, [...(parts.get(part) ?? []), mark]);
  }
  return {
    student,
    file: `${student}.yaml`,
    report: `students/${student}.html`,
    state: all.some(({ verdict }) => verdict === 'review' || verdict === 'unreadable')
      ? 'needs-review'
      : 'graded',
    notes: [],
    marked: {
      marks: all,
      parts: new Map([...parts].map(([part, own]) => [part, sumOf(own.map(({ score }) => score))])),
      score: sumOf(all.map(({ score }) => score)),
      pending: sumOf(all.map(({ pending }) => pending)),
      max: sumOf(all.map(({ item }) => item.points)),
      late,
      unclaimed: [],
    },
    ...more,
  };
}

const hint = 'The factor $2$ is missing: you wrote $Z$ itself, the layer computes $2Z$.';
const matrix = '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}';

/** One student with every verdict. */
export const everyVerdict = resultOf(
  's001',
  {
    a: (item) =>
      markOf(item, 'slip', {
        points: 2,
        written: '1 2\n3 4',
        read: {
          json: [
            [1, 2],
            [3, 4],
          ],
          latex: matrix,
          words: 'a 2×2 matrix',
        },
        comparison: { entries: ['wrong', 'wrong', 'wrong', 'wrong'], distance: 4 },
        explanations: [{ slips: [{ slip: 'forgot-factor' }], hint }],
        certain: true,
      }),
    b: (item) =>
      markOf(item, 'follows-through', {
        written: '10',
        read: { json: 10, latex: '10' },
        comparison: { entries: ['correct'], distance: 0 },
        fromOwn: { value: 10, carried: ['q1.a'] },
      }),
    'c.first': (item) =>
      markOf(item, 'rounded', {
        points: 1,
        written: '2.',
        read: { json: 2, latex: '2' },
        comparison: { entries: ['rounded'], distance: 0 },
      }),
    'c.last': (item) =>
      markOf(item, 'unreadable', {
        written: '8 or 9',
        why: 'it gives two answers',
        notes: ['Read under the name "c.last".'],
      }),
    'd.E1.a': (item) => markOf(item, 'correct', { written: '16', read: { json: 16, latex: '16' } }),
    'd.E1.b': (item) => markOf(item, 'correct', { written: '17', read: { json: 17, latex: '17' } }),
    'd.E1.c': (item) =>
      markOf(item, 'wrong', {
        written: '1,800',
        read: { json: 1800, latex: '1800' },
        comparison: { entries: ['wrong'], distance: 1782 },
      }),
    'd.E2.a': (item) =>
      markOf(item, 'slip', {
        written: '31',
        read: { json: 31, latex: '31' },
        comparison: { entries: ['wrong'], distance: 1 },
        explanations: [
          { slips: [{ slip: 'forgot-padding' }], hint: 'The padding is missing.' },
          { slips: [{ slip: 'rounded-up' }], hint: 'The size is rounded *down*.' },
        ],
      }),
    'd.D1.a': (item) => markOf(item, 'correct', { written: '48', read: { json: 48, latex: '48' } }),
    e: (item) =>
      markOf(item, 'review', { written: 'It is not, 2·2 is not 2·3.', why: 'A person marks this answer.' }),
  },
  { name: 'Ada Example', late: { minutes: 95, days: 1, taken: 0.1 } },
);

export const reporterOptions = {
  title: 'Doubling and summing',
  problems,
  rubric: {},
  now: new Date('2026-01-01T00:00:00Z'),
  templates,
};
