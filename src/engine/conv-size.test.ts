import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adaptiveBins,
  convSize,
  kerasTransposedSize,
  poolSize,
  samePadding,
  spanOf,
  tapsInside,
  transposedSize,
  unpoolSize,
} from './conv-size.js';
import type { Sliding } from './conv-size.js';

const window = (kernel: number, stride = 1, padding = 0, dilation = 1): Sliding => ({
  kernel,
  stride,
  dilation,
  before: padding,
  after: padding,
});

/** Starts of windows that lie in the padded input, found by trying every position. */
function startsBySliding(size: number, { kernel, stride, dilation, before, after }: Sliding): number[] {
  const starts: number[] = [];
  for (let start = -before; start <= size + after; start += stride) {
    let inside = true;
    for (let tap = 0; tap < kernel; tap++) inside &&= start + tap * dilation < size + after;
    if (inside) starts.push(start);
  }
  return starts;
}

const anyWindow = fc
  .record({
    kernel: fc.integer({ min: 1, max: 6 }),
    stride: fc.integer({ min: 1, max: 5 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    before: fc.integer({ min: 0, max: 4 }),
    after: fc.integer({ min: 0, max: 4 }),
    extra: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ extra, ...sliding }) => ({
    sliding,
    size: Math.max(spanOf(sliding) - sliding.before - sliding.after, 1) + extra,
  }));

describe('sizes of convolutions', () => {
  it.each([
    ['a 5-tap kernel on 32', 32, window(5), 28],
    ['a 3-tap kernel padded by 1', 14, window(3, 1, 1), 14],
    ['stride 2 on an even size', 64, window(3, 2, 1), 32],
    ['dilation 2 spanning 5', 20, window(3, 1, 0, 2), 16],
    ['a stride that drops the last step', 17, window(4, 3), 5],
  ])('gives %s as worked by hand', (_, size, sliding, expected) => {
    expect(convSize(size, sliding, 'floor')).toBe(expected);
  });

  it('agree with sliding the window over every position', () => {
    fc.assert(
      fc.property(anyWindow, ({ size, sliding }) => {
        expect(convSize(size, sliding, 'floor')).toBe(startsBySliding(size, sliding).length);
      }),
    );
  });

  it('keep a partial last step when rounded up, and refuse it when exact', () => {
    expect(convSize(64, window(3, 2, 1), 'ceil')).toBe(33);
    expect(() => convSize(64, window(3, 2, 1), 'exact')).toThrow('stride of 2');
    expect(convSize(65, window(3, 2, 1), 'exact')).toBe(33);
  });

  it('refuse a kernel that is larger than the padded input', () => {
    expect(() => convSize(4, window(7, 1, 1), 'floor')).toThrow('spans 7');
    expect(() => convSize(4, window(3, 1, 0, 2), 'ceil')).toThrow('padded input of 4');
  });
});

describe('sizes of pools', () => {
  it.each([
    ['keeps a partial window', 7, window(2, 2), 4],
    ['drops one that starts in the padding after the input', 13, window(2, 3, 1), 5],
    ['keeps one that starts on the last value', 10, window(3, 5, 1), 3],
  ])('rounded up: %s', (_, size, sliding, expected) => {
    expect(poolSize(size, sliding, 'ceil')).toBe(expected);
  });

  it('never have a window that starts after the input', () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: 0, max: 3 }), ({ size, sliding: any }, wanted) => {
        const padding = Math.min(wanted, Math.floor(any.kernel / 2));
        const sliding = { ...any, before: padding, after: padding };
        fc.pre(spanOf(sliding) <= size + 2 * padding);
        const outputs = poolSize(size, sliding, 'ceil');
        expect((outputs - 1) * sliding.stride - sliding.before).toBeLessThan(size);
      }),
    );
  });
});

describe("'same' padding", () => {
  it.each([
    ['odd kernel, stride 1', 5, { kernel: 3, stride: 1, dilation: 1 }, 1, 1],
    ['even kernel puts the extra zero after', 11, { kernel: 4, stride: 1, dilation: 1 }, 1, 2],
    ['stride 2 on an even size', 6, { kernel: 3, stride: 2, dilation: 1 }, 0, 1],
    ['stride 2 on an odd size', 5, { kernel: 3, stride: 2, dilation: 1 }, 1, 1],
    ['none where the windows fit', 8, { kernel: 2, stride: 2, dilation: 1 }, 0, 0],
    ['none where the stride leaps over', 7, { kernel: 1, stride: 3, dilation: 1 }, 0, 0],
    ['dilated', 12, { kernel: 3, stride: 1, dilation: 3 }, 3, 3],
  ])('%s', (_, size, sliding, before, after) => {
    expect(samePadding(size, sliding)).toMatchObject({ before, after });
  });

  it('gives an output of ⌈i/s⌉', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), anyWindow, (size, { sliding }) => {
        expect(convSize(size, samePadding(size, sliding), 'floor')).toBe(Math.ceil(size / sliding.stride));
      }),
    );
  });
});

describe('sizes of transposed convolutions', () => {
  it('undo a convolution up to what its rounding dropped', () => {
    fc.assert(
      fc.property(anyWindow, ({ size, sliding }) => {
        const down = convSize(size, sliding, 'floor');
        const dropped = (size + sliding.before + sliding.after - spanOf(sliding)) % sliding.stride;
        expect(transposedSize(down, sliding, dropped)).toBe(size);
      }),
    );
  });

  it.each([
    ['same', 5, 3, 2, 10],
    ['valid', 5, 3, 2, 11],
    ['valid', 5, 2, 4, 20],
  ] as const)(
    'follow Keras for %s on %i, kernel %i, stride %i',
    (padding, size, kernel, stride, expected) => {
      expect(kerasTransposedSize(size, { kernel, stride, dilation: 1 }, padding)).toBe(expected);
    },
  );

  it('refuse padding that leaves nothing', () => {
    expect(() => transposedSize(1, window(2, 1, 1), 0)).toThrow('whole output');
  });

  it('unpool 7 by windows of 2 to 14', () => {
    expect(unpoolSize(7, window(2, 2))).toBe(14);
  });
});

describe('what windows read', () => {
  it('counts the taps that meet no padding as trying each one does', () => {
    fc.assert(
      fc.property(anyWindow, ({ size, sliding }) => {
        const starts = startsBySliding(size, sliding);
        let inside = 0;
        for (const start of starts)
          for (let tap = 0; tap < sliding.kernel; tap++) {
            const position = start + tap * sliding.dilation;
            if (position >= 0 && position < size) inside++;
          }
        expect(tapsInside(size, starts.length, sliding)).toBe(inside);
      }),
    );
  });

  it('bins an adaptive pool so that uneven bins overlap', () => {
    expect(adaptiveBins(7, 3)).toEqual([
      [0, 3],
      [2, 5],
      [4, 7],
    ]);
    expect(adaptiveBins(6, 3)).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
    ]);
  });
});
