import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { splitInlineMap } from '../src/files/submission/inline-map.js';
import { marker } from '../src/marking/mark-submission.js';
import type { Mark } from '../src/marking/mark.js';
import type { OpenProblem } from '../src/problem/open-problem.js';
import { root } from './command-line.js';
import type { Marked } from './answer-table.js';
import { indexAnswers } from './index-answers.js';
import { matrixAnswers } from './matrix-answers.js';

/** What the table says of a mark. */
function said({ verdict, explanations, comparison }: Mark, like: Marked): unknown {
  if (typeof like === 'string') return verdict;
  if ('slip' in like)
    return verdict === 'slip'
      ? explanations.map(({ slips }) => slips.map((use) => use.slip).join(' and ')).join(' or ')
      : verdict;
  if ('partial' in like)
    return verdict === 'partial'
      ? comparison?.entries.filter((entry) => entry === 'correct').length
      : verdict;
  return verdict;
}

const expected = (marked: Marked): unknown =>
  typeof marked === 'string'
    ? marked
    : 'slip' in marked
      ? marked.slip
      : 'partial' in marked
        ? marked.partial
        : 'unreadable';

describe.each(Object.entries({ ...indexAnswers, ...matrixAnswers }))('derivations of %s', (folder, items) => {
  let problems: readonly OpenProblem[];
  let mark: ReturnType<typeof marker>;
  beforeAll(async () => {
    const assignment = await openAssignment(openDisk(), join(root, 'problems', folder));
    problems = assignment.problems;
    mark = marker(problems, { rubric: assignment.rubric, splitMap: splitInlineMap });
  });
  const marked = (item: string, text: string): Mark => {
    const answers = new Map([[item, { text, line: 1, column: 1 }]]);
    const { marks } = mark({ student: 's1', answers, lost: new Map(), submitted: null });
    return marks.find((one) => one.item.id === item)!;
  };

  describe.each(Object.entries(items))('%s', (item, answers) => {
    it.each(answers)('%s', (text, like) => {
      const found = marked(item, text);
      expect(said(found, like)).toEqual(expected(like));
      if (typeof like === 'object' && 'why' in like) expect(found.why).toMatch(like.why);
    });

    it('has an answer for each slip of its step', () => {
      const asked = problems.flatMap((one) =>
        one.items.flatMap((other) =>
          other.id === item && other.kind === 'answer'
            ? Object.keys(one.worksheet.steps.get(other.targets[0].step)!.slips)
            : [],
        ),
      );
      const shown = answers.flatMap(([, like]) =>
        typeof like === 'object' && 'slip' in like ? [like.slip] : [],
      );
      expect(asked.filter((slip) => !shown.includes(slip))).toEqual([]);
    });

    it('has at least six answers, right ones and others', () => {
      expect(answers.length).toBeGreaterThanOrEqual(6);
      expect(new Set(answers.map(([, like]) => like === 'correct')).size).toBe(2);
    });
  });
});

describe('B after an A with a wrong weight', () => {
  const rows = [
    'w_1^11 w_2^22 w_3^11 0 w_1^21 w_2^21 w_3^21 0',
    '0 w_1^11 w_2^11 w_3^11 0 w_1^21 w_2^21 w_3^21',
    'w_1^12 w_2^12 w_3^12 0 w_1^22 w_2^22 w_3^22 0',
    '0 w_1^12 w_2^12 w_3^12 0 w_1^22 w_2^22 w_3^22',
  ];
  const cells = rows.map((row) => row.split(' '));
  const turned = cells[0]!.map((_, column) => cells.map((row) => row[column]!).join(' '));
  it.each([
    ['A^T', 'correct'],
    [turned.join('\n'), 'follows-through'],
    [turned.join('\n').replace('w_2^22', 'w_2^11'), 'correct'],
  ])('%s is %s', async (text, verdict) => {
    const { problems, rubric } = await openAssignment(openDisk(), join(root, 'problems', 'coms573-hw5'));
    const written = (answer: string) => ({ text: answer, line: 1, column: 1 });
    const answers = new Map([
      ['q3-conv1d.a.matrix', written(rows.join('\n'))],
      ['q3-conv1d.b.matrix', written(text)],
    ]);
    const mark = marker(problems, { rubric, splitMap: splitInlineMap });
    const { marks } = mark({ student: 's1', answers, lost: new Map(), submitted: null });
    expect(marks.find(({ item }) => item.id === 'q3-conv1d.b.matrix')!.verdict).toBe(verdict);
  });
});
