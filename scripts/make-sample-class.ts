// Writes problems/sample/sample-class and its roster: forty submissions with planted mistakes, a broken file, a student
// who handed nothing in. The same seed gives the same files. Run with: npx tsx scripts/make-sample-class.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { answerType } from '../src/answers/index.js';
import { evaluate, type Evaluation, type SlipUse } from '../src/engine/evaluate.js';
import { isTensor, toNested } from '../src/engine/tensor.js';
import { openDisk } from '../src/files/disk/disk.js';
import { openAssignment } from '../src/files/assignment-folder.js';
import { attempt, slipUses } from '../src/marking/diagnosis/explanations.js';
import type { AnswerItem } from '../src/problem/item.js';
import type { OpenProblem } from '../src/problem/open-problem.js';
import { targetValue } from '../src/problem/target.js';

const seed = 20261120;
const folder = 'problems/sample';
const random = xoroshiro128plus(seed);
const below = (count: number): number => uniformInt(random, 0, count - 1);
const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)]!;

const names = [
  'Ada Quill',
  'Bo Larkspur',
  'Cleo Marsh',
  'Dev Hollow',
  'Edda Flint',
  'Farid Osei',
  'Gwen Tarn',
  'Hugo Pell',
  'Ines Roth',
  'Jun Avery',
  'Kofi Brand',
  'Lena Frost',
  'Milo Drake',
  'Nora Wick',
  'Otis Crane',
  'Pia Stone',
  'Quinn Ferro',
  'Rhea Lund',
  'Sami Noor',
  'Tess Albrook',
  'Uma Prior',
  'Vito Maren',
  'Wren Castell',
  'Xenia Holt',
  'Yara Finch',
  'Zeno Palmer',
  'Anouk Birch',
  'Bram Siders',
  'Cora Vane',
  'Dario Lisle',
  'Elif Kaya',
  'Finn Orchard',
  'Greta Moll',
  'Hana Sorrel',
  'Ivo Tremaine',
  'Jade Winter',
  'Karim Bell',
  'Lotte Amsel',
  'Mika Thorne',
  'Nell Harrow',
  'Oren Vale',
  'Priya Dunne',
];
const prose = {
  c: [
    'In training each mini-batch gives the mean and variance; at test time the running averages from training are used. Gamma and beta are the same.',
    'Training: statistics of the batch. Testing: population statistics collected while training, with the learnt scale and shift.',
    'At test time there is no normalisation any more.',
    'Both compute the mean of the batch they see.',
  ],
  d: [
    'No. The statistics are fixed after training, so each example is treated alike whatever the batch.',
    'It has no effect, because running means are used.',
    'A larger test batch gives a better estimate of the mean, so results improve.',
  ],
};

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A value in one of the ways that students write it. */
function inTheirHand(item: AnswerItem, value: unknown, style: number): string {
  if (value === 'none') return pick(['-', '–', 'none', '-']);
  if (item.type.name === 'integer') return style % 3 === 0 ? grouped(value as number) : String(value);
  if (item.type.name === 'shape') {
    const axes = value as readonly number[];
    if (style % 4 === 0) return axes.length > 1 ? `(${axes.join(', ')})` : String(axes[0]);
    return axes.join([' x ', ' × ', 'x'][style % 3]);
  }
  if (item.read.as === 'percent') return `${value as number}${pick([' %', '%', ' percent'])}`;
  if (isTensor(value) && value.shape.length === 2) {
    const rows = toNested(value) as number[][];
    const cells = rows.map((row) => row.map((entry) => String(Number(entry.toPrecision(4)))));
    if (style % 3 === 0) return `[${cells.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
    return style % 3 === 1
      ? cells.map((row) => row.join(' ')).join('\n')
      : cells.map((row) => row.join(' ')).join('; ');
  }
  return answerType(item.type.name as 'number').write(value as never);
}

const valueOf = (evaluation: Evaluation, item: AnswerItem): unknown =>
  targetValue(evaluation.value(item.targets[0].step), item.targets[0]);

/** Slips that change what a problem asks, each made everywhere. */
function usableSlips(problem: OpenProblem): SlipUse[] {
  const items = problem.items.filter(
    (item) => item.kind === 'answer' && item.points.numerator > 0n,
  ) as AnswerItem[];
  return slipUses(problem).filter(({ slip, at }) => {
    if (at !== undefined) return false;
    const evaluation = attempt(() => evaluate(problem.worksheet, { slips: [{ slip }] }));
    const written = (from: Evaluation): string =>
      JSON.stringify(items.map((item) => item.type.json(valueOf(from, item))));
    return (
      evaluation !== null &&
      attempt(() => written(evaluation)) !== null &&
      written(evaluation) !== written(problem.key)
    );
  });
}

const block = (text: string, indent: string): string =>
  text.includes('\n')
    ? `|\n${text
        .split('\n')
        .map((line) => `${indent}  ${line}`)
        .join('\n')}`
    : text;

type Way = (item: AnswerItem) => string;

/** A problem's answers as YAML lines. */
function problemLines(problem: OpenProblem, answer: Way, asGrid: boolean): string[] {
  const byId = new Map(problem.items.map((item) => [item.id, item]));
  const text = (id: string): string => {
    const item = byId.get(id)!;
    if (item.kind === 'answer') return answer(item);
    return pick(prose[item.part as 'c' | 'd']);
  };
  const lines = [`  ${problem.id}:`];
  for (const part of problem.parts) {
    if (part.table && asGrid) {
      const rows = part.table.rows.map(({ id, items }) => `      ${[id, ...items.map(text)].join(' | ')}`);
      lines.push(`    ${part.id}: |`, ...rows);
    } else if (part.table) {
      lines.push(`    ${part.id}:`);
      for (const { id, items } of part.table.rows) {
        lines.push(`      ${id}:`);
        items.forEach((item, column) =>
          lines.push(`        ${part.table!.columns[column]!.id}: ${text(item)}`),
        );
      }
    } else if (part.items.length === 1 && part.items[0]!.id.split('.').length === 2)
      lines.push(`    ${part.id}: ${block(text(part.items[0]!.id), '    ')}`);
    else {
      lines.push(`    ${part.id}:`);
      for (const item of part.items)
        if (item.points.numerator > 0n)
          lines.push(`      ${item.id.split('.')[2]}: ${block(text(item.id), '      ')}`);
    }
  }
  return lines;
}

const assignment = await openAssignment(openDisk(), folder);
const slips = new Map(assignment.problems.map((problem) => [problem.id, usableSlips(problem)]));
const out = join(folder, 'sample-class');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const planted: Record<string, { slips: Record<string, string>; blank: string[]; wrong: string[] }> = {};
names.slice(0, 40).forEach((_, position) => {
  const student = `s${String(position + 1).padStart(3, '0')}`;
  const style = below(12);
  const record = (planted[student] = {
    slips: {} as Record<string, string>,
    blank: [] as string[],
    wrong: [] as string[],
  });
  const careless = position % 4;
  const lines = [
    `student: ${student}`,
    `submitted: 2026-11-${10 + below(9)}T${10 + below(12)}:${10 + below(50)}:00Z`,
    'answers:',
  ];
  for (const problem of assignment.problems) {
    const slip = careless > 0 && below(2) === 0 ? pick(slips.get(problem.id)!) : null;
    if (slip) record.slips[problem.id] = slip.slip;
    const evaluation = slip ? evaluate(problem.worksheet, { slips: [slip] }) : problem.key;
    lines.push(
      ...problemLines(
        problem,
        (item) => {
          const value = valueOf(evaluation, item);
          const showsSlip =
            JSON.stringify(item.type.json(value)) !==
            JSON.stringify(item.type.json(valueOf(problem.key, item)));
          if (careless === 3 && !showsSlip && below(14) === 0) {
            record.blank.push(item.id);
            return '';
          }
          if (careless === 2 && !showsSlip && below(24) === 0 && typeof value === 'number' && value > 10) {
            record.wrong.push(item.id);
            return String(value + 1 + below(7));
          }
          return inTheirHand(item, value, style);
        },
        style % 2 === 0,
      ),
    );
  }
  writeFileSync(join(out, `${student}.yaml`), `${lines.map((line) => line.trimEnd()).join('\n')}\n`);
});
writeFileSync(join(out, 's041.yaml'), 'student: s041\nanswers: my answers are in the other file\n');
const roster = names.map((name, position) => `s${String(position + 1).padStart(3, '0')},${name}`);
writeFileSync(join(folder, 'roster.csv'), `student,name\n${roster.join('\n')}\n`);
writeFileSync(join(folder, 'planted.json'), `${JSON.stringify(planted, null, 1)}\n`);
