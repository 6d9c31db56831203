import { none, type None } from '../engine/none.js';
import type { Reading } from './answer-type.js';

const noneWord = /^(?:[-–—−]|none|n\/a)$/i;

/** Whether a text says that there is nothing: `-`, `–`, `none`, `n/a`. */
export const saysNone = (text: string): boolean => text.length < 40 && noneWord.test(text.trim());
export const isBlank = (text: string): boolean => text.trim() === '';
export const isNone = (value: unknown): value is None => value === none;

export const blank = { state: 'blank' } as const;
const noNotes: readonly string[] = [];
export const read = <A>(answer: A, notes: readonly string[] = noNotes): Reading<A> => ({
  state: 'read',
  answer,
  notes,
});
export const unreadable = (why: string): Reading<never> => ({ state: 'unreadable', why });
