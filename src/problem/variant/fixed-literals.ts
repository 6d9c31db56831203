import { splitMaths } from '../prose.js';
import type { Problem } from '../problem.js';
import { parsePath, valueAt } from './given-path.js';

/** A text that states a number which varies. */
export interface FixedLiteral {
  readonly path: readonly (string | number)[];
  readonly literal: string;
  readonly given: string;
}

/** Numbers of one digit stand for too many things to tell that one is meant. */
const isTelling = (value: unknown): boolean =>
  typeof value === 'string' ? value.length > 3 : typeof value === 'number' && Math.abs(value) >= 10;

const stands = (literal: string, text: string): boolean => {
  const at = text.indexOf(literal);
  return (
    at >= 0 &&
    !/[\w.]/.test(text[at - 1] ?? ' ') &&
    !/[\w.]/.test(text.slice(at + literal.length).replace(/^\.(?!\d)/, ' ')[0] ?? ' ')
  );
};

function textsOf({ text, parts }: Problem): { path: FixedLiteral['path']; text: string }[] {
  const found: { path: FixedLiteral['path']; text: string }[] = [];
  const add = (path: FixedLiteral['path'], written: string | undefined): void => {
    if (written !== undefined)
      found.push({
        path,
        text: splitMaths(written)
          .join('')
          .replace(/\{\{[^{}]*\}\}/g, ' '),
      });
  };
  add(['text'], text);
  for (const [part, { ask, items = {} }] of Object.entries(parts)) {
    add(['parts', part, 'ask'], ask);
    for (const [item, spec] of Object.entries(items)) add(['parts', part, 'items', item, 'ask'], spec.ask);
  }
  return found;
}

/** Where a text says a varying given's number outright, so that it would be wrong in a variant. */
export const fixedLiterals = (problem: Problem): FixedLiteral[] =>
  Object.keys(problem.vary ?? {}).flatMap((given) => {
    const value = valueAt(problem.given, parsePath(given));
    if (!isTelling(value)) return [];
    const literal = String(value);
    return textsOf(problem)
      .filter(({ text }) => stands(literal, text))
      .map(({ path }) => ({ path, literal, given }));
  });
