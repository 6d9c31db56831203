import { describe, expect, test } from 'vitest';
import { logicFormula } from '../../answers/logic-formula.js';
import { thresholdNetwork } from '../../answers/network/threshold-network.js';
import { GivenError } from '../../engine/domain-error.js';
import type { LogicFormula } from '../../engine/logic.js';
import { tablesOf, type ThresholdNetwork } from '../../engine/threshold-network.js';
import { evaluate, type EvaluateOptions } from '../../engine/evaluate.js';
import { logicNetwork } from './index.js';
import { samples } from './samples.js';

const sheetOf = (given: unknown) => logicNetwork.worksheet(logicNetwork.given.parse(given));
const homework = sheetOf(samples.homework);
const networkOf = (options?: EvaluateOptions) =>
  evaluate(homework, options).value('network') as ThresholdNetwork;
const key = networkOf();
const exact = { relative: 0, absolute: 0 };

const marked = (text: string) => {
  const reading = thresholdNetwork.read(text, { decimal: 'point', like: key });
  if (reading.state !== 'read') throw new Error(reading.state);
  return { answer: reading.answer, ...thresholdNetwork.compare(reading.answer, key, exact) };
};
const right = (entries: readonly string[]): number => entries.filter((entry) => entry === 'correct').length;

const published = `h1: -0.5 -1 1 -1 0
h2: -0.5 -1 1 0 -1
h3: -2.5 1 0 1 1
h4: -1.5 0 -1 1 1
y: -0.5 1 1 1 1`;

describe('the published answer', () => {
  test('its network is right in all sixteen rows, and is the key', () => {
    expect(right(marked(published).entries)).toBe(16);
    expect(thresholdNetwork.write(key).replace('\n\n', '\n')).toBe(published);
  });

  test('its formula is an accepted normal form', () => {
    const normal = evaluate(homework).value('normal-form') as LogicFormula;
    const text = '(¬A ∧ B ∧ ¬C) ∨ (¬A ∧ B ∧ ¬D) ∨ (A ∧ C ∧ D) ∨ (¬B ∧ C ∧ D)';
    const reading = logicFormula.read(text, { decimal: 'point', like: normal });
    expect(reading.state === 'read' && logicFormula.compare(reading.answer, normal, exact).entries).toEqual(
      new Array(16).fill('correct'),
    );
  });
});

describe('a student’s own network', () => {
  test.each([
    ['other weights', published.replace('-2.5 1 0 1 1', '-5 2 0 2 2')],
    [
      'units in another order',
      published
        .split('\n')
        .toSpliced(0, 2)
        .toSpliced(2, 0, 'g: -0.5 -1 1 -1 0', 'h: -0.5 -1 1 0 -1')
        .map((line) => line.replace(/^\w+: /, ''))
        .join('\n'),
    ],
    // (A ∨ ¬B), (¬C ∨ ¬D), their or and their nand
    ['three layers', 'a1: 0.5 1 -1 0 0\na2: 1.5 0 0 -1 -1\n\nb1: -0.5 1 1\nb2: 1.5 -1 -1\n\ny: -1.5 1 1'],
  ])('is right with %s', (_, text) => {
    expect(marked(text).entries.every((entry) => entry === 'correct')).toBe(true);
  });

  test('that fails is told where, and earns rows only above the better constant', () => {
    const { entries, remark, baseline } = marked(
      published.replace('h4: -1.5 0 -1 1 1\n', '').replace('y: -0.5 1 1 1 1', 'y: -0.5 1 1 1'),
    );
    // ¬B∧C∧D holds for 0011 and 1011; the second is covered by A∧C∧D.
    expect(right(entries)).toBe(15);
    expect(remark).toBe(
      'For A=0, B=0, C=1, D=1 your network gives 0, the formula gives 1; 1 of 16 rows fails.',
    );
    // Six rows are 1 (0011, 0100, 0101, 0110, 1011, 1111), so always 0 is right in ten.
    expect(baseline).toBe(10);
  });

  test('whose rows do not fit is told which', () => {
    expect(marked(published.replace('-2.5 1 0 1 1', '-2.5 1 1 1')).remark).toBe(
      'Your h3 has 4 numbers; it needs 5: a bias and one weight for each of A, B, C, D.',
    );
  });
});

// How many rows of this problem each mistake gets right or wrong, from a catalogue made with other tools.
test.each<[string, EvaluateOptions, number]>([
  ['counted-every-literal-in-the-bias', { slips: [{ slip: 'counted-every-literal-in-the-bias' }] }, 4],
  ['joined-the-terms-by-and', { slips: [{ slip: 'joined-the-terms-by-and' }] }, 6],
  ['read-xor-as-or', { slips: [{ slip: 'read-xor-as-or' }] }, 9],
  ['built-the-complement', { slips: [{ slip: 'built-the-complement' }] }, 16],
])('a student who %s fails in as many rows as known', (_, options, failing) => {
  const { answer, entries } = marked(thresholdNetwork.write(networkOf(options)));
  expect(16 - right(entries)).toBe(failing);
  expect(thresholdNetwork.agrees(answer, networkOf(options))).toBe(true);
});

test('the key read with inputs of ±1 is right in nine rows', () => {
  const convention = { ...key.convention, inputs: '±1' } as const;
  const [table] = tablesOf(key.layers, 4, convention);
  expect(table!.filter((value, row) => value === key.wanted[0]![row])).toHaveLength(9);
});

test.each([
  ['used-the-other-encoding', 'h: -1 1 -1\nh: -1 -1 1\ny: 1 1 1'],
  ['fired-at-the-wrong-side-of-zero', 'h: -1 1 -1\nh: -1 -1 1\ny: -1 1 1'],
  ['reversed-the-sign-of-the-bias', 'h: 0.5 1 -1\nh: 0.5 -1 1\ny: 0.5 1 1'],
  ['wrote-the-bias-at-the-wrong-end', 'h: 2 -2 -1\nh: -2 2 -1\ny: 2 2 -1'],
])('a student who %s is recognised by any weights that would work so', (slip, text) => {
  const sheet = sheetOf({ formula: 'A xor B' });
  const wanted = evaluate(sheet).value('network') as ThresholdNetwork;
  const reading = thresholdNetwork.read(text, { decimal: 'point', like: wanted });
  if (reading.state !== 'read') throw new Error(reading.state);
  expect(thresholdNetwork.compare(reading.answer, wanted, exact).entries).toContain('wrong');
  const value = evaluate(sheet, { slips: [{ slip }] }).value('network') as ThresholdNetwork;
  expect(thresholdNetwork.agrees(reading.answer, value)).toBe(true);
});

test('the network follows a student’s own normal form', () => {
  const normal = evaluate(homework).value('normal-form') as LogicFormula;
  const reading = logicFormula.read('A ∧ B', { decimal: 'point', like: normal });
  if (reading.state !== 'read') throw new Error(reading.state);
  const carry = new Map([['normal-form', () => logicFormula.fill(reading.answer, () => normal)]]);
  const { layers, wanted } = evaluate(homework, { carry }).expected('network') as ThresholdNetwork;
  expect(layers[0]).toEqual([[-1.5, 1, 1, 0, 0]]);
  expect([...wanted[0]!]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
});

describe('refuses givens that make no sense, with their place', () => {
  const names = Array.from({ length: 17 }, (_, index) => `x${index}`);
  test.each<[string, unknown, readonly (string | number)[]]>([
    ['a formula that cannot be read', { formula: 'A & (B' }, ['formula']],
    ['a formula that is always true', { formula: 'A | !A' }, ['formula']],
    ['more than sixteen variables in the formula', { formula: names.join(' & ') }, ['formula']],
    ['more than sixteen variables', { formula: 'x1', variables: names }, ['variables']],
    ['a variable named twice', { formula: 'A', variables: ['A', 'B', 'A'] }, ['variables', 2]],
    ['a variable that is a connective', { formula: 'A', variables: ['A', 'or'] }, ['variables', 1]],
    ['a name that is not listed', { formula: 'A & B', variables: ['A', 'C'] }, ['formula']],
    ['a normal form too long to print', { formula: names.slice(0, 12).join(' ^ ') }, ['formula']],
  ])('%s', (_, given, path) => {
    let thrown: unknown;
    try {
      sheetOf(given);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(GivenError);
    expect((thrown as GivenError).path).toEqual(path);
    expect((thrown as GivenError).hint).toMatch(/\.$/);
  });

  test('sixteen variables are still taken', () => {
    const formula = `(${names.slice(0, 8).join(' & ')}) | (${names.slice(8, 16).join(' & ')})`;
    const { layers } = evaluate(sheetOf({ formula })).value('network') as ThresholdNetwork;
    expect(layers.map((units) => units.length)).toEqual([2, 1]);
  });
});
