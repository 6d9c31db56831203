import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsRead, tapsUsed } from './conv-reach.js';

const windows = fc.record({
  kernel: fc.integer({ min: 1, max: 7 }),
  stride: fc.integer({ min: 1, max: 6 }),
  dilation: fc.integer({ min: 1, max: 5 }),
  before: fc.integer({ min: 0, max: 6 }),
  outputs: fc.integer({ min: 1, max: 6 }),
  room: fc.integer({ min: -6, max: 5 }),
});

/** Every pair of an output and a tap, walked one by one; a padded input at least as long as the windows reach. */
function walk({
  kernel,
  stride,
  dilation,
  before,
  outputs,
  room,
}: typeof windows extends fc.Arbitrary<infer W> ? W : never) {
  const reach = (outputs - 1) * stride + (kernel - 1) * dilation + 1;
  const size = Math.max(reach - before + room, 1);
  const window = { kernel, stride, dilation, before, after: Math.max(reach - before - size, 0) };
  const read = new Set<number>();
  const taps = new Set<number>();
  for (let output = 0; output < outputs; output++)
    for (let tap = 0; tap < kernel; tap++) {
      const position = output * stride + tap * dilation;
      read.add(position);
      if (position >= before && position < before + size) taps.add(tap);
    }
  const inside = [...read].filter((position) => position >= before && position < before + size).length;
  return { size, window, outputs, read: read.size, inside, taps: taps.size };
}

describe('what windows read along an axis agrees with walking them', () => {
  it('positions, with the padding and without it', () => {
    fc.assert(
      fc.property(windows, (one) => {
        const { size, window, outputs, read, inside } = walk(one);
        expect(positionsRead(size, outputs, window)).toBe(read);
        expect(positionsRead(size, outputs, window, true)).toBe(inside);
      }),
      { numRuns: 1000 },
    );
  });

  it('taps that ever meet a true input', () => {
    fc.assert(
      fc.property(windows, (one) => {
        const { size, window, outputs, taps } = walk(one);
        expect(tapsUsed(size, outputs, window)).toBe(taps);
      }),
      { numRuns: 1000 },
    );
  });

  it('also where stride and dilation leave gaps', () => {
    // Positions 0, 3, 6 and 4, 7, 10 of a padded 11.
    expect(positionsRead(11, 3, { kernel: 2, stride: 3, dilation: 4, before: 0, after: 0 })).toBe(6);
    // Positions 0, 2 and 2, 4: position 2 is read twice.
    expect(positionsRead(5, 2, { kernel: 2, stride: 2, dilation: 2, before: 0, after: 0 })).toBe(3);
  });
});
