import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAssignment, type OpenAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { splitInlineMap } from '../src/files/submission/inline-map.js';
import { readSubmissions } from '../src/files/submission/submission-format.js';
import { marker } from '../src/marking/mark-submission.js';
import { compare } from '../src/notation/rational.js';
import { solution } from '../src/problem/solution.js';
import { answerSheet } from '../src/report/answer-sheet.js';
import { root } from './command-line.js';

const folders = readdirSync(join(root, 'problems'))
  .map((name) => `problems/${name}`)
  .filter((folder) => existsSync(join(root, folder, 'assignment.yaml')));

/** What a person with the key would type into the sheet: below each `|`, and between the bars of each table. */
function fillIn(sheet: string, { problems }: OpenAssignment): string {
  const texts = new Map(
    problems.flatMap((problem) => [...solution(problem).items].map(([id, { text }]) => [id, text])),
  );
  const tables = new Map(
    problems.flatMap(({ id, parts }) =>
      parts.flatMap(({ id: part, table }) => (table ? [[`${id}.${part}`, table]] : [])),
    ),
  );
  const place: string[] = [];
  return sheet
    .split('\n')
    .flatMap((line) => {
      const indent = line.length - line.trimStart().length;
      const key = /^ +([\w-]+):( \|)?$/.exec(line);
      if (key) place.splice(indent / 2 - 1, Infinity, key[1]!);
      const row = tables.get(place.join('.'))?.rows.find(({ id }) => line.trimStart().startsWith(`${id} `));
      if (row) return [`      ${row.id} | ${row.items.map((item) => texts.get(item)).join(' | ')}`];
      const text = key?.[2] === undefined ? undefined : texts.get(place.join('.'));
      const typed = text?.split('\n').map((written) => `${' '.repeat(indent + 2)}${written}`);
      return [line, ...(typed ?? [])];
    })
    .join('\n')
    .replace(/^student:.*$/m, 'student: s1');
}

describe.each(folders)('the answer sheet of %s', (folder) => {
  const open = (): Promise<OpenAssignment> => openAssignment(openDisk(), join(root, folder));
  const markOf = (assignment: OpenAssignment, text: string) => {
    const { submissions } = readSubmissions('sheet.yaml', text);
    const mark = marker(assignment.problems, { rubric: assignment.rubric, splitMap: splitInlineMap });
    return { marked: mark({ ...submissions[0]!, student: 's1' }), file: submissions[0]! };
  };

  it('earns full marks when it is filled in with the key', async () => {
    const assignment = await open();
    const { marked, file } = markOf(
      assignment,
      fillIn(answerSheet(assignment.title, assignment.problems), assignment),
    );
    expect(file.findings).toEqual([]);
    expect(marked.unclaimed).toEqual([]);
    for (const { item, verdict, notes, score } of marked.marks) {
      expect([item.id, verdict]).toEqual([item.id, item.kind === 'answer' ? 'correct' : 'blank']);
      expect(notes).toEqual([]);
      if (item.kind === 'answer') expect(compare(score, item.points)).toBe(0);
    }
  });

  it('earns nothing, and waits for nobody, when it is left empty', async () => {
    const assignment = await open();
    const empty = answerSheet(assignment.title, assignment.problems).replace(/^student:.*$/m, 'student: s1');
    const { marked, file } = markOf(assignment, empty);
    expect(file.findings).toEqual([]);
    expect(marked.unclaimed).toEqual([]);
    expect(new Set(marked.marks.map(({ verdict }) => verdict))).toEqual(new Set(['blank']));
  });
});
