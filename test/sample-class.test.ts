import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradeClass } from '../src/class/run.js';
import { readRoster } from '../src/class/roster.js';
import { openAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { readCsv } from '../src/files/read-csv.js';
import type { ClassStatistics } from '../src/report/views/class-statistics.js';
import type { ResultLine } from '../src/report/result-line.js';

interface Planted {
  readonly slips: Readonly<Record<string, string>>;
  readonly blank: readonly string[];
  readonly wrong: readonly string[];
}

const folder = 'problems/sample';
const planted = new Map<string, Planted>(
  Object.entries(JSON.parse(readFileSync(join(folder, 'planted.json'), 'utf8')) as Record<string, Planted>),
);
const out = mkdtempSync(join(tmpdir(), 'tickmark-sample-'));
let statistics: ClassStatistics;
let lines: Map<string, ResultLine>;

beforeAll(async () => {
  const disk = openDisk();
  statistics = await gradeClass({
    assignment: await openAssignment(disk, folder),
    submissions: join(folder, 'sample-class'),
    out,
    roster: readRoster(readCsv('roster.csv', readFileSync(join(folder, 'roster.csv'), 'utf8'))).roster,
    formats: new Set(['html']),
    now: new Date('2026-11-20T12:00:00Z'),
    disk,
  });
  const written = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n');
  lines = new Map(written.map((line) => JSON.parse(line) as ResultLine).map((line) => [line.student, line]));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const right = ['correct', 'rounded', 'follows-through'];
const verdictOf = (student: string, item: string): string | undefined =>
  lines.get(student)!.items.find((record) => record.item === item)?.verdict;

describe('the sample class', () => {
  it('has forty marked students, one broken file and one who handed in nothing', () => {
    const { graded, 'needs-review': waiting, unreadable, missing, failed } = statistics.counts;
    expect([graded + waiting, unreadable, missing, failed]).toEqual([40, 1, 1, 0]);
  });

  it('names the broken file with its line and column', () => {
    expect(statistics.troubles.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^problems\/sample\/sample-class\/s041\.yaml:2:\d+ answers: expected .+, found /),
    ]);
  });

  it.each([...planted].filter(([, plan]) => Object.keys(plan.slips).length === 0))(
    'gives %s full marks but for what was left out or spoiled',
    (student, { blank, wrong }) => {
      const off = lines
        .get(student)!
        .items.filter(({ verdict, max }) => max > 0 && verdict !== 'review' && !right.includes(verdict))
        .map(({ item }) => item);
      expect(off.sort()).toEqual([...blank, ...wrong].sort());
    },
  );

  it.each([...planted].filter(([, plan]) => Object.keys(plan.slips).length > 0))(
    'names every slip planted for %s',
    (student, { slips, wrong }) => {
      for (const [problem, slip] of Object.entries(slips)) {
        const explained = lines
          .get(student)!
          .items.filter(
            ({ item, because }) =>
              item.startsWith(`${problem}.`) && because.length > 0 && !wrong.includes(item),
          );
        expect(explained.flatMap(({ because }) => because.flat())).toContain(slip);
      }
    },
  );

  it('finds every blank blank and no spoiled value right', () => {
    for (const [student, { blank, wrong }] of planted) {
      expect(blank.map((item) => verdictOf(student, item))).toEqual(blank.map(() => 'blank'));
      expect(wrong.filter((item) => right.includes(verdictOf(student, item)!))).toEqual([]);
    }
  });

  it('leaves all prose to a person, and nobody a zero for it', () => {
    const prose = [...lines.values()].flatMap(({ items }) =>
      items.filter(({ item }) => /q2-batch-norm\.[cd]$/.test(item)),
    );
    expect(new Set(prose.map(({ verdict }) => verdict))).toEqual(new Set(['review']));
    expect(statistics.waiting.flatMap(({ students }) => students)).toHaveLength(80);
  });
});
