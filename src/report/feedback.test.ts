import { expect, test } from 'vitest';
import { feedbackAt } from './feedback.js';

const due = '2026-11-20T23:59:00-06:00';
const before = new Date('2026-11-21T05:58:59Z');
const after = new Date('2026-11-21T05:59:00Z');

test.each([
  ['always', before, true],
  ['always', after, true],
  ['after-due', before, false],
  ['after-due', after, true],
  ['never', before, false],
  ['never', after, false],
] as const)('what is shown %s is shown at %s: %s', (audience, now, isShown) => {
  const feedback = feedbackAt({ hints: audience, expected: audience, solution: audience }, due, now);
  expect(feedback).toEqual({ hints: isShown, expected: isShown, solution: isShown });
});

test('the key is kept until the due time where the rubric is silent', () => {
  expect(feedbackAt(undefined, due, before)).toEqual({ hints: true, expected: false, solution: false });
  expect(feedbackAt(undefined, due, after)).toEqual({ hints: true, expected: true, solution: true });
});

test('without a due time nothing waits for it', () => {
  expect(feedbackAt({ solution: 'never' }, null, before)).toEqual({
    hints: true,
    expected: true,
    solution: false,
  });
});
