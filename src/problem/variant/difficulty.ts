import { answerType } from '../../answers/index.js';
import { working } from '../../engine/working.js';
import type { Instance } from './instance.js';

/** How much there is to work out: signs of operation and digits, as the worked solution prints them. */
export interface Difficulty {
  readonly operations: number;
  readonly digits: number;
}

/** A minus between two things; one at the start of a number is a part of it. */
const operation =
  /\\(?:cdot|times|d?frac|sqrt|odot|oslash|otimes|exp|log|ln|sum|max|min)(?![a-zA-Z])|[+/^]|[\w)}\]] ?- ?/g;
const digit = /\d/g;
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

const typeset = (type: string, value: unknown): string => answerType(type).typeset(value);

export function difficultyOf({ key, items }: Pick<Instance, 'key' | 'items'>): Difficulty {
  const lines = working(
    key,
    items.map(({ targets }) => targets[0].step),
    typeset,
  );
  return {
    operations: lines.reduce((sum, { formula }) => sum + count(formula, operation), 0),
    digits: lines.reduce((sum, { formula, result }) => sum + count(formula, digit) + count(result, digit), 0),
  };
}
