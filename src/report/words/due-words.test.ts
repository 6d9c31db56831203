import { expect, it } from 'vitest';
import { dueWords } from './due-words.js';

it.each([
  ['2026-11-20T23:59:00-06:00', '20 November 2026, 23:59 (UTC−06:00)'],
  ['2026-01-02T08:00Z', '2 January 2026, 08:00 (UTC)'],
  ['2026-12-04T23:59:59.5+05:30', '4 December 2026, 23:59 (UTC+05:30)'],
  ['2026-12-04T23:59:00+00:00', '4 December 2026, 23:59 (UTC)'],
  ['next Friday', 'next Friday'],
])('%s reads as %s', (due, words) => expect(dueWords(due)).toBe(words));
