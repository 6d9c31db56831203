import temml from 'temml';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerType } from '../src/answers/index.js';
import { DomainError } from '../src/engine/domain-error.js';
import { isTensor, toNested } from '../src/engine/tensor.js';
import { stepsBehind, working, writeInputs, type Typeset } from '../src/engine/working.js';
import { evaluate, type EvaluateOptions, type SlipUse } from '../src/engine/evaluate.js';
import type { Worksheet } from '../src/engine/worksheet.js';
import { families, loadFamilies } from '../src/families/index.js';

const typeset: Typeset = (type, value) => answerType(type).typeset(value);

const plain = (value: unknown): unknown =>
  isTensor(value) ? toNested(value) : typeof value === 'bigint' ? String(value) : value;
const text = (value: unknown): string => JSON.stringify(plain(value));

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Array.isArray(value) ? value.flatMap(numbersIn) : [];
const isSound = (value: unknown): boolean =>
  value !== undefined && value !== null && numbersIn(plain(value)).every(Number.isFinite);

/** Values by step; a step that cannot be computed under these options is left out. */
function valuesOf(sheet: Worksheet, options: EvaluateOptions = {}): Map<string, unknown> {
  const evaluation = evaluate(sheet, options);
  const values = new Map<string, unknown>();
  for (const name of sheet.steps.keys()) {
    try {
      values.set(name, evaluation.value(name));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return values;
}

/** Every slip of a worksheet: of convention, everywhere, and at each step that has it. */
function slipsOf(sheet: Worksheet): SlipUse[] {
  const uses = new Map<string, SlipUse>();
  for (const slip of Object.keys(sheet.misreadings)) uses.set(slip, { slip });
  for (const step of sheet.steps.values())
    for (const slip of Object.keys(step.slips)) {
      uses.set(slip, { slip });
      uses.set(`${slip} ${step.name}`, { slip, at: step.name });
    }
  return [...uses.values()];
}

const loaded = await loadFamilies();
const table = Object.keys(families).map((name, position) => [name, loaded[position]!] as const);

describe.each(table)('the family %s', (name, family) => {
  const samples = Object.entries(family.samples);
  const open = (given: unknown): Worksheet => family.worksheet(family.given.parse(given));

  beforeAll(() => family.prepare?.());

  test('is listed under its own name, with a title, a description and samples', () => {
    expect(family.name).toBe(name);
    expect(family.title).not.toBe('');
    expect(family.about).not.toBe('');
    expect(samples.length).toBeGreaterThan(0);
  });

  test('has a slip that changes a value, for every slip, on at least one sample', () => {
    const changing = new Set<string>();
    const all = new Set<string>();
    for (const [, given] of samples) {
      const sheet = open(given);
      const key = valuesOf(sheet);
      for (const use of slipsOf(sheet)) {
        all.add(use.slip);
        const values = valuesOf(sheet, { slips: [use] });
        if ([...values].some(([step, value]) => text(value) !== text(key.get(step)))) changing.add(use.slip);
      }
    }
    expect([...all].filter((slip) => !changing.has(slip))).toEqual([]);
  });

  describe.each(samples)('on its sample %s', (_, given) => {
    test('has steps whose names are single words, and a finite key', () => {
      const sheet = open(given);
      const key = evaluate(sheet);
      expect(sheet.steps.size).toBeGreaterThan(0);
      for (const step of sheet.steps.keys()) {
        expect(step).toMatch(/^\S+$/);
        expect(isSound(key.value(step)), step).toBe(true);
      }
    });

    test('has givens and steps of known answer types', () => {
      const sheet = open(given);
      for (const { type } of [...sheet.givens.values(), ...sheet.steps.values()])
        expect(answerType(type).name).toBe(type);
    });

    test('reproduces the key when the key is carried', () => {
      const sheet = open(given);
      const key = valuesOf(sheet);
      const carry = new Map([...key].map(([step, value]) => [step, () => value]));
      const carried = evaluate(sheet, { carry });
      for (const [step, value] of key) expect(text(carried.expected(step)), step).toBe(text(value));
    });

    test('gives finite values under every slip', () => {
      const sheet = open(given);
      for (const use of slipsOf(sheet))
        for (const [step, value] of valuesOf(sheet, { slips: [use] }))
          expect(isSound(value), `${use.slip} at ${use.at ?? 'every step'}: ${step}`).toBe(true);
    });

    test('lets every slip of a step be made at that step', () => {
      const sheet = open(given);
      for (const use of slipsOf(sheet).filter(({ at }) => at !== undefined))
        expect([...valuesOf(sheet, { slips: [use] }).keys()], use.slip).toContain(use.at);
    });

    test('changes, under a slip at one step, only what rests on that step', () => {
      const sheet = open(given);
      const key = evaluate(sheet);
      for (const use of slipsOf(sheet).filter(({ at }) => at !== undefined)) {
        const values = valuesOf(sheet, { slips: [use] });
        for (const step of sheet.steps.keys())
          if (!stepsBehind(key, [step]).includes(use.at!))
            expect(text(values.get(step)), `${use.slip} at ${use.at}: ${step}`).toBe(text(key.value(step)));
      }
    });

    test('has a worked solution that names every step and is sound LaTeX', () => {
      const sheet = open(given);
      const lines = working(evaluate(sheet), sheet.steps.keys(), typeset);
      expect(new Set(lines.map((line) => line.name))).toEqual(new Set(sheet.steps.keys()));
      for (const line of lines) {
        const tex = `${line.symbol} = ${line.formula} = ${line.result}`;
        expect(tex, line.name).not.toMatch(/undefined|\[object|NaN|null/);
        expect(() => temml.renderToString(tex, { throwOnError: true }), tex).not.toThrow();
      }
    });

    test('explains every slip in a hint, and writes it out in sound LaTeX', () => {
      const sheet = open(given);
      const hints = Object.values(sheet.misreadings).map(({ hint }) => hint);
      for (const step of sheet.steps.values())
        for (const [slip, made] of Object.entries(step.slips)) {
          const evaluation = evaluate(sheet, { slips: [{ slip, at: step.name }] });
          const written = writeInputs(evaluation, made, typeset) as never;
          const tex = made.show(written);
          expect(tex, slip).not.toMatch(/undefined|\[object|NaN|null/);
          expect(() => temml.renderToString(tex, { throwOnError: true }), tex).not.toThrow();
          hints.push(typeof made.hint === 'string' ? made.hint : made.hint(written));
        }
      for (const hint of hints) {
        expect(hint).toMatch(/\S.*\.$/s);
        expect(hint).not.toMatch(/undefined|\[object|NaN/);
        for (const [, tex] of hint.matchAll(/\$([^$]+)\$/g))
          expect(() => temml.renderToString(tex!, { throwOnError: true }), hint).not.toThrow();
      }
    });
  });
});
