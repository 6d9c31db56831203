import { describe, expect, it } from 'vitest';
import * as tickmark from '../src/index.js';

describe('the public API', () => {
  it('offers what the documentation names', () => {
    expect(Object.keys(tickmark).sort()).toEqual([
      'answerTypes',
      'audit',
      'families',
      'loadAssignment',
      'loadFamilies',
      'loadFamily',
      'markAnswer',
      'markSubmission',
      'solve',
    ]);
  });

  it('loads, solves and marks an assignment', async () => {
    const assignment = await tickmark.loadAssignment('problems/coms573-hw5');
    const [block] = assignment.problems;
    expect(tickmark.solve(block!)).toMatchObject({
      problem: 'q1-conv-block',
      family: 'conv-net',
      steps: { 'block.parameters': 1474560 },
      items: { 'q1-conv-block.a': { step: 'block.parameters', type: 'integer', points: 5, value: 1474560 } },
    });
    const { marks } = tickmark.markSubmission(
      assignment,
      'student: s1\nanswers:\n  q1-conv-block:\n    a: 3×3×128×256 + 3×3×256×512\n',
    );
    expect(marks.map(({ item, verdict }) => [item.id, verdict])).toContainEqual([
      'q1-conv-block.a',
      'correct',
    ]);
  });

  it.each([
    ['integer', { key: 448, text: '448' }, 'correct'],
    ['integer', { key: 448, text: '432' }, 'wrong'],
    ['shape', { key: [16, 28, 28], text: '16×28×28' }, 'correct'],
    ['number', { key: 0.1234, text: '0.123', tolerance: { relative: 0.01 } }, 'correct'],
    [
      'number',
      { key: 1.234, text: '1.23', tolerance: { relative: 0.01 }, precision: { atLeast: 4 } },
      'rounded',
    ],
    ['number', { key: 1, text: 'about one' }, 'unreadable'],
    ['number', { key: 1, text: '  ' }, 'blank'],
  ] as const)('marks a %s by itself: %o is %s', (type, options, verdict) => {
    expect(tickmark.markAnswer(type, options).verdict).toBe(verdict);
  });

  it('rejects a folder that is no assignment with its place', async () => {
    await expect(tickmark.loadAssignment('problems/nothing-here')).rejects.toThrow(
      /problems\/nothing-here\/assignment\.yaml/,
    );
  });
});
