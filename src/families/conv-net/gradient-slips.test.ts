import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => convNet.worksheet(convNet.given.parse(given));
const iit = open({
  ...(samples['encoder, decoder and classifier'] as object),
  losses: { J1: { of: 'net_D' }, J2: { of: 'net_C' } },
});
const none = 'none';

/** Values that follow by hand from each mistake, made at every layer. */
const everywhere: readonly (readonly [string, string, unknown])[] = [
  ['added-once-too-often', 'net_E.1.J1.weight-gradient.additions', 940_800],
  ['added-once-too-often', 'net_E.1.J1.weight-gradient.operations', 1_881_600],
  ['added-once-too-often', 'net_E.1.J1.bias-gradient.additions', 16 * 784],
  ['forgot-bias', 'net_C.2.J2.bias-gradient', none],
  ['counted-multiply-adds-as-one', 'net_E.1.J1.weight-gradient.additions', 939_600],
  ['counted-multiply-adds-as-one', 'net_E.1.J1.weight-gradient.operations', 940_800],
  ['copied-weight-gradient', 'net_C.2.J2.bias-gradient.additions', 13_440],
  ['copied-weight-gradient', 'net_C.2.J2.bias-gradient.operations', 26_880],
  ['copied-weight-gradient', 'net_D.3.J1.bias-gradient', [3, 16, 5, 5]],
  ['doubled-the-forward-pass', 'net_E.1.J1.weight-gradient.operations', 3_763_200],
  ['doubled-the-forward-pass', 'net_C.3.J2.weight-gradient.multiplications', 1_680],
  ['gave-gradient-out-of-reach', 'net_D.1.J2.weight-gradient', [16, 64, 3, 3]],
  ['gave-gradient-out-of-reach', 'net_D.1.J2.bias-gradient', [16]],
  ['gave-gradient-out-of-reach', 'net_D.1.J2.weight-gradient.multiplications', 451_584],
  ['stopped-at-own-network', 'net_E.3.J2.weight-gradient', none],
  ['stopped-at-own-network', 'net_E.3.J2.bias-gradient', none],
  ['stopped-at-own-network', 'net_E.3.J1.weight-gradient.operations', 0],
  ['stopped-at-own-network', 'net_D.3.J1.weight-gradient', [3, 16, 5, 5]],
  ['exchanged-losses', 'net_D.1.J1.weight-gradient', none],
  ['exchanged-losses', 'net_D.1.J2.weight-gradient', [16, 64, 3, 3]],
  ['exchanged-losses', 'net_C.1.J1.bias-gradient.operations', 320],
  ['exchanged-losses', 'net_E.1.J2.weight-gradient', [16, 3, 5, 5]],
  ['gave-pool-weights', 'net_E.2.J1.weight-gradient', [16, 2, 2]],
  ['gave-pool-weights', 'net_E.2.J1.weight-gradient.multiplications', 64 * 196],
  ['left-positions-apart', 'net_E.1.J1.bias-gradient', [16, 28, 28]],
  ['left-positions-apart', 'net_E.1.J1.bias-gradient.additions', 0],
  ['swapped-in-and-out', 'net_E.1.J1.weight-gradient', [3, 16, 5, 5]],
  ['put-channels-last', 'net_E.1.J1.weight-gradient', [5, 5, 3, 16]],
  ['put-channels-last', 'net_E.1.J1.weight-gradient.additions', 939_600],
  ['counted-every-operation', 'net_C.1.J2.weight-gradient.additions', 0],
  ['counted-every-operation', 'net_E.1.J1.bias-gradient.multiplications', 0],
  ['counted-every-operation', 'net_C.1.J2.bias-gradient.operations', 0],
];

describe('in the backward pass, the student who', () => {
  it.each(everywhere)('%s gives for %s %j', (slip, step, expected) => {
    expect(evaluate(iit, { slips: [{ slip }] }).value(step)).toEqual(expected);
  });
});

describe('a slip of the backward pass', () => {
  it.each([
    ['exchanged-losses', { J: { of: 'net_C' } }],
    ['exchanged-losses', { J1: { of: 'net_C' }, J2: { of: 'net_C' } }],
    ['counted-every-operation', undefined],
  ])('is left out where it cannot be made: %s on %j', (slip, losses) => {
    const given = { ...(samples['encoder, decoder and classifier'] as object), ...(losses && { losses }) };
    expect(open(given).misreadings).not.toHaveProperty([slip]);
  });

  it('is made nowhere that a loss does not reach', () => {
    const slips = [...iit.steps.values()]
      .filter(({ name }) => /^net_D\.\d\.J2\.|^net_C\.\d\.J1\./.test(name))
      .flatMap((step) => Object.keys(step.slips));
    expect(new Set(slips)).toEqual(new Set(['gave-gradient-out-of-reach']));
  });
});

describe("a student's own answers carry into the backward pass", () => {
  const carried = (answers: Record<string, unknown>) =>
    evaluate(iit, {
      carry: new Map(Object.entries(answers).map(([name, value]) => [name, () => value])),
      fallback: () => 'fell back',
    });

  it('from a weight to its gradient and the operations', () => {
    const own = carried({ 'net_E.1.weight': [16, 1, 5, 5] });
    expect(own.value('net_E.1.J1.weight-gradient')).toEqual([16, 1, 5, 5]);
    expect(own.value('net_E.1.J1.weight-gradient.additions')).toBe(400 * 783);
  });

  it('from an output to the additions, and from these to the total', () => {
    const own = carried({ 'net_E.1.output': [16, 27, 27], 'net_E.1.J1.weight-gradient.multiplications': 7 });
    expect(own.value('net_E.1.J1.bias-gradient.additions')).toBe(16 * 728);
    expect(own.value('net_E.1.J1.weight-gradient.operations')).toBe(1_200 * 728 + 7);
  });
});
