import { describe, expect, test } from 'vitest';
import { answerType } from '../../answers/index.js';
import { GivenError } from '../../engine/domain-error.js';
import type { Architecture } from '../../engine/layers/architecture.js';
import { toNested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { architecture } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => architecture.worksheet(architecture.given.parse(given));
const lenet = open(samples.lenet);
const blocks = open(samples['two-blocks']);

/** The evaluation on a student's own network. */
function own(sheet: typeof lenet, text: string) {
  const type = answerType('layers');
  const key = evaluate(sheet).value('layers') as Architecture;
  const reading = type.read(text, { decimal: 'point', like: key });
  if (reading.state !== 'read') throw new Error(`${text} is ${reading.state}`);
  return evaluate(sheet, { carry: new Map([['layers', () => type.fill(reading.answer, () => key)]]) });
}

test('LeNet on images of 32×32 has the numbers that follow by hand', () => {
  const key = evaluate(lenet);
  // 32 − 4 = 28, 14, 14 − 4 = 10, 5
  expect(key.value('feature-map')).toEqual([16, 5, 5]);
  expect(key.value('flattened')).toBe(400);
  // 5·5·3·6 + 6, 5·5·6·16 + 16, 400·120 + 120, 120·84 + 84, 84·10 + 10
  expect(toNested(key.value('layer-parameters') as Tensor)).toEqual([456, 2416, 48120, 10164, 850]);
  expect(key.value('parameters')).toBe(62006);
  expect(key.value('output')).toEqual([10]);
});

describe('what follows goes on with the network that a student declared', () => {
  test('whatever its sizes', () => {
    const mine = own(
      blocks,
      'conv 3x3, 4, padding 1\nMaxPool 2\nconv 3x3, 8, padding 1\nMaxPool 2\nFC 20\nFC 10',
    );
    expect(mine.expected('feature-map')).toEqual([8, 8, 8]);
    expect(mine.expected('flattened')).toBe(512);
    // 27·4 + 4, 36·8 + 8, 512·20 + 20, 20·10 + 10
    expect(mine.expected('parameters')).toBe(112 + 296 + 10260 + 210);
  });

  test('also where it breaks a constraint, or declares other inputs than come in', () => {
    const mine = own(
      lenet,
      'Conv2d(3, 6, 5, padding=2)\nMaxPool2d(2)\nConv2d(6, 16, 5)\nMaxPool2d(2)\nLinear(400, 10)',
    );
    // 32, 16, 12, 6
    expect(mine.expected('feature-map')).toEqual([16, 6, 6]);
    expect(mine.expected('parameters')).toBe(456 + 2416 + 16 * 36 * 10 + 10);
  });

  test('and with a flattened length that a student worked out', () => {
    const wrong = evaluate(lenet, { carry: new Map([['flattened', () => 256]]) });
    expect(wrong.expected('parameters')).toBe(62006 - (400 - 256) * 120);
  });
});

describe('known mistakes give the numbers they are known for', () => {
  test.each<[string, string, unknown]>([
    ['flattened-before-pooling', 'flattened', 1600],
    ['kept-input-size', 'flattened', 16 * 8 * 8],
    ['ignored-pooling', 'flattened', 16 * 24 * 24],
    ['ignored-channels', 'flattened', 25],
    ['ignored-flattening', 'flattened', 16],
    ['dropped-an-axis', 'flattened', 80],
    ['forgot-bias', 'parameters', 62006 - (6 + 16 + 120 + 84 + 10)],
    ['ignored-input-channels', 'parameters', 62006 - 25 * 6 * 2 - 25 * 16 * 5],
    ['counted-weights-at-every-position', 'parameters', 62006 + 450 * (28 * 28 - 1) + 2400 * (10 * 10 - 1)],
    // The wrong length goes on into the first fully connected layer.
    ['ignored-flattening', 'parameters', 62006 - (400 - 16) * 120],
  ])('%s in %s', (slip, step, value) => {
    expect(evaluate(lenet, { slips: [{ slip }] }).value(step)).toBe(value);
  });

  test('ignored-padding', () => {
    // 32 − 2 = 30, 15, 15 − 4 = 11, 5
    expect(evaluate(blocks, { slips: [{ slip: 'ignored-padding' }] }).value('feature-map')).toEqual([
      64, 5, 5,
    ]);
  });
});

describe('givens that make no sense are refused with their place', () => {
  const usual = { input: [3, 32, 32], constraints: ['keep-size'], reference: ['Conv2D 8c3w1s1p', 'FC 10'] };
  test.each<[string, object, readonly (string | number)[], RegExp]>([
    [
      'a layer that cannot be read',
      { reference: ['Conv2D 8c3w1s1p', 'Layer 10'] },
      ['reference', 1],
      /names no layer/,
    ],
    ['a kernel larger than the map', { reference: ['ReLU', 'Conv2D 8c40w'] }, ['reference', 1], /spans 40/],
    ['nothing that learns', { reference: ['MaxPool2D 2w'] }, ['reference'], /no layer has parameters/],
    [
      'a reference that breaks a constraint',
      { reference: ['Conv2D 8c3w', 'FC 10'] },
      ['reference'],
      /shrinks 32×32 to 30×30/,
    ],
    [
      'a reference that declares other inputs',
      { reference: ['Conv2D 8c3w1s1p', 'Linear(64, 10)'] },
      ['reference'],
      /8,192 come in/,
    ],
    [
      'constraints worth nothing',
      { constraints: [{ kernel: 3, points: 0 }] },
      ['constraints'],
      /worth a point/,
    ],
    [
      'two constraints in one',
      { constraints: [{ kernel: 3, outputs: 10 }] },
      ['constraints', 0],
      /outputs and kernel/,
    ],
    ['a constraint that asks nothing', { constraints: [{ points: 2 }] }, ['constraints', 0], /nothing/],
    [
      'a constraint stated twice',
      { constraints: ['keep-size', { 'keep-size': true }] },
      ['constraints', 1],
      /twice/,
    ],
    [
      'classes that are not given',
      { constraints: [{ outputs: 'classes' }] },
      ['constraints', 0, 'outputs'],
      /classes/,
    ],
    [
      'a layer to follow without an activation',
      { constraints: [{ kernel: 3, after: 'conv' }] },
      ['constraints', 0, 'after'],
      /activation/,
    ],
  ])('%s', (_, change, path, message) => {
    let thrown: unknown;
    try {
      open({ ...usual, ...change });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(GivenError);
    expect((thrown as GivenError).path).toEqual(path);
    expect((thrown as GivenError).message).toMatch(message);
    expect((thrown as GivenError).hint).toMatch(/\.$/);
  });
});
