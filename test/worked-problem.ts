import type { z } from 'zod';
import { fromNested, type Tensor } from '../src/engine/tensor.js';
import { evaluate } from '../src/engine/evaluate.js';
import { given, named, slip, step, worksheet, type Worksheet } from '../src/engine/worksheet.js';
import { batchNorm } from '../src/families/batch-norm/index.js';
import type { Family } from '../src/families/family.js';
import { marker, type MarkingOptions, type SubmittedAnswers } from '../src/marking/mark-submission.js';
import type { Mark, MarkedSubmission } from '../src/marking/mark.js';
import { splitInlineMap } from '../src/files/submission/inline-map.js';
import { fillProse } from '../src/problem/prose.js';
import { writer, type OpenOptions, type OpenProblem } from '../src/problem/open-problem.js';
import { readParts } from '../src/problem/parts.js';
import { Problem } from '../src/problem/problem.js';

const side = (name: string, value: number) => given(name, 'number', value);
const area = (name: string, width: string, height: string) =>
  step({
    name,
    type: 'number',
    needs: { width: named<number>(width), height: named<number>(height) },
    run: ({ width, height }) => width * height,
    show: ({ width, height }) => `${width} \\cdot ${height}`,
    slips: {
      'added-sides': slip({
        needs: { width: named<number>(width), height: named<number>(height) },
        run: ({ width, height }) => width + height,
        show: ({ width, height }) => `${width} + ${height}`,
        hint: 'You added the sides; an area is their product.',
      }),
    },
  });

/**
 * Two fields of 5×7 and 11×13. By hand: areas 35 and 143, sum 178, a third of it 59.333…, of which the fraction is
 * 0.333…; `grid` is [[35, 143], [36, 144]], `ratios` [[1/3, 2/3], [1/7, 1/2]]. Adding the sides gives 12 and 24.
 */
export const fields: Worksheet = worksheet(
  [
    side('w1', 5),
    side('h1', 7),
    side('w2', 11),
    side('h2', 13),
    given(
      'm',
      'matrix',
      fromNested([
        [1, 2],
        [3, 4],
      ]),
    ),
  ],
  [
    area('first', 'w1', 'h1'),
    area('second', 'w2', 'h2'),
    step({
      name: 'sum',
      type: 'number',
      needs: { first: named<number>('first'), second: named<number>('second') },
      run: ({ first, second }) => first + second,
      show: ({ first, second }) => `${first} + ${second}`,
    }),
    step({
      name: 'third',
      type: 'number',
      needs: { sum: named<number>('sum') },
      run: ({ sum }) => sum / 3,
      show: ({ sum }) => `${sum} / 3`,
    }),
    step({
      name: 'fraction',
      type: 'number',
      needs: { third: named<number>('third') },
      run: ({ third }) => third - Math.floor(third),
      show: ({ third }) => `${third} - \\lfloor ${third} \\rfloor`,
    }),
    step({
      name: 'grid',
      type: 'matrix',
      needs: { first: named<number>('first'), second: named<number>('second') },
      run: ({ first, second }): Tensor =>
        fromNested([
          [first, second],
          [first + 1, second + 1],
        ]),
      show: () => 'G',
    }),
    step({
      name: 'ratios',
      type: 'matrix',
      needs: {},
      run: (): Tensor =>
        fromNested([
          [1 / 3, 2 / 3],
          [1 / 7, 1 / 2],
        ]),
      show: () => 'R',
    }),
    step({ name: 'count', type: 'integer', needs: {}, run: () => 2, show: () => '2' }),
    step({ name: 'plot.shape', type: 'shape', needs: {}, run: () => [5, 7], show: () => '5 \\times 7' }),
    ...['x.p.u', 'x.p.v', 'x.q.u', 'x.q.v', 'y.p.u', 'y.p.v', 'y.q.u', 'y.q.v'].map((name, position) =>
      step({ name, type: 'integer', needs: {}, run: () => 10 + position, show: () => '' }),
    ),
  ],
);

/** A problem on a worksheet of the test's own, opened without the table of families. */
export function openOn(
  id: string,
  problem: Pick<z.input<typeof Problem>, 'parts'> & Partial<z.input<typeof Problem>>,
  options: OpenOptions = {},
  sheet: Worksheet = fields,
): OpenProblem {
  const parsed = Problem.parse({ title: id, family: 'batch-norm', given: {}, ...problem });
  const key = evaluate(sheet);
  const prose = (_: unknown, text: string | undefined): string | null =>
    text === undefined ? null : fillProse(text, sheet, writer);
  const parts = readParts(id, parsed, { key, attempt: (_, run) => run(), prose, options });
  return {
    id,
    title: parsed.title,
    family: batchNorm as unknown as Family,
    given: {},
    worksheet: sheet,
    key,
    text: null,
    parts,
    items: parts.flatMap((part) => part.items),
    examples: [],
    source: parsed,
    options: {},
    seed: null,
  };
}

const written = (texts: Readonly<Record<string, string>>): SubmittedAnswers['answers'] =>
  new Map(Object.entries(texts).map(([path, text], line) => [path, { text, line: line + 1, column: 1 }]));

interface Submitted {
  readonly answers: Readonly<Record<string, string>>;
  readonly lost?: Readonly<Record<string, string>>;
  readonly submitted?: string;
}

/** Marks answers by path. */
export const markAnswers = (
  problems: readonly OpenProblem[],
  { answers, lost = {}, submitted }: Submitted,
  options: Partial<MarkingOptions> = {},
): MarkedSubmission =>
  marker(problems, { rubric: {}, splitMap: splitInlineMap, ...options })({
    student: 's1',
    answers: written(answers),
    lost: written(lost),
    submitted: submitted ?? null,
  });

export const marksByItem = ({ marks }: MarkedSubmission): Map<string, Mark> =>
  new Map(marks.map((mark) => [mark.item.id, mark]));
