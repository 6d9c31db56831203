import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerType } from '../src/answers/answer-type.js';
import { answerType, loadFormulaTypes, plainTypes } from '../src/answers/index.js';
import { formulaTypes } from '../src/answers/formula/formula-types.js';
import type * as arithmetic from '../src/notation/arithmetic.js';
import type * as formulas from '../src/notation/formula/tokenize.js';
import { bombs } from './bombs.js';

/** Characters given to the arithmetic of numbers and to the reader of formulas. */
const work = vi.hoisted(() => ({ arithmetic: 0, formulas: 0 }));
vi.mock('../src/notation/arithmetic.js', async (original) => {
  const real = await original<typeof arithmetic>();
  const readArithmetic: typeof real.readArithmetic = (text, ...rest) => {
    work.arithmetic += text.length;
    return real.readArithmetic(text, ...rest);
  };
  return { ...real, readArithmetic };
});
vi.mock('../src/notation/formula/tokenize.js', async (original) => {
  const real = await original<typeof formulas>();
  const tokenize: typeof real.tokenize = (text, decimal) => {
    work.formulas += text.length;
    return real.tokenize(text, decimal);
  };
  return { ...real, tokenize };
});

await loadFormulaTypes();
const types = [...Object.keys(plainTypes), ...Object.keys(formulaTypes)];

/** Everything an answer holds: nodes, entries, digits and letters, in one number. */
function sizeOf(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'bigint') return value.toString(16).length;
  if (typeof value !== 'object' || value === null || seen.has(value)) return 1;
  seen.add(value);
  const parts = value instanceof Map ? [...value.entries()].flat() : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + sizeOf(part, seen), 1);
}

/** Reads a text for a key and, where it can be read, compares it and shows how it was read. */
function answerWith(type: AnswerType, key: unknown, text: string) {
  const reading = type.read(text, { decimal: 'point', like: key });
  if (reading.state !== 'read')
    return { size: 0, shown: 0, why: reading.state === 'blank' ? '' : reading.why };
  const { entries } = type.compare(reading.answer, key, { relative: 1e-3, absolute: 0, atLeast: 3 });
  type.plausible(reading.answer, key);
  const { json, latex } = type.echo(reading.answer);
  const shown = JSON.stringify(json).length + latex.length;
  return { size: sizeOf(reading.answer) + entries.length, shown, why: '' };
}

describe.each(types)('a text made to cost much, as an answer of type %s', (name) => {
  const type = answerType(name);
  const keys = type.examples.slice(0, 3).map(({ key }) => key);

  beforeEach(() => Object.assign(work, { arithmetic: 0, formulas: 0 }));

  it.each(bombs.map((text) => [text.slice(0, 40), text.length, text] as const))(
    '%s… (%i characters) costs a bounded amount of work',
    (_, __, text) => {
      for (const key of keys) {
        Object.assign(work, { arithmetic: 0, formulas: 0 });
        const { size, shown, why } = answerWith(type, key, text);
        expect(work.arithmetic).toBeLessThanOrEqual(5_000);
        expect(work.formulas).toBeLessThanOrEqual(4_500);
        // A text to be read by a person is kept as it is.
        expect(size).toBeLessThanOrEqual(name === 'text' || name === 'choice' ? 100_001 : 150_000);
        expect(shown).toBeLessThanOrEqual(210_000);
        expect(why.length).toBeLessThanOrEqual(300);
      }
    },
  );
});
