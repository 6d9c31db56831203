import { describe, expect, it } from 'vitest';
import type { Json } from '../src/answers/answer-type.js';
import { tickmark } from './command-line.js';

interface Checked {
  readonly items: readonly {
    readonly item: string;
    readonly verdict: string;
    readonly score: number;
    readonly max: number;
  }[];
}
interface Solved {
  readonly items: Readonly<Record<string, { readonly value: Json }>>;
}

const rows = (
  part: string,
  lines: Readonly<Record<string, readonly Json[]>>,
  columns: readonly string[],
): [string, Json][] =>
  Object.entries(lines).flatMap(([row, cells]) =>
    cells.map((cell, at): [string, Json] => [`${part}.${row}.${columns[at]!}`, cell]),
  );
const shapes = ['a', 'b', 'c', 'd'];
const counts = ['add', 'mul', 'logic', 'total'];
const none = 'none';

/** The values that the documents print. */
const printed: Readonly<Record<string, readonly [string, Json][]>> = {
  'coms573-hw5/q1-conv-block': [
    ['a', 3 * 3 * 128 * 256 + 3 * 3 * 256 * 512],
    ['b.size1', 32],
    ['b.size2', 32],
    ['b.stage1', 3 * 3 * 128 * 256 * 32 * 32],
    ['b.stage2', 3 * 3 * 256 * 512 * 32 * 32],
    ['b.total', 3 * 3 * 128 * 256 * 32 * 32 + 3 * 3 * 256 * 512 * 32 * 32],
    ['c.stage1', -50],
    ['c.total', 0],
  ],
  'coms573-hw5/q2-batch-norm': [
    [
      'a',
      [
        [-1, 1, 1, -1],
        [-1, 1, 1, -1],
        [-1, 1, 1, -1],
      ],
    ],
    [
      'b',
      [
        [-1, 1, 1, -1],
        [-11, -9, -9, -11],
        [9, 11, 11, 9],
      ],
    ],
  ],
  'ee60020-hw4/q1-networks': [
    ...rows(
      'a',
      {
        E1: [
          [3, 32, 32],
          [16, 28, 28],
          [16, 3, 5, 5],
          [16, 1],
        ],
        E2: [[16, 28, 28], [16, 14, 14], none, none],
        E3: [
          [16, 14, 14],
          [64, 14, 14],
          [64, 16, 3, 3],
          [64, 1],
        ],
        E4: [[64, 14, 14], [64, 7, 7], none, none],
      },
      shapes,
    ),
    ...rows(
      'b',
      {
        D1: [
          [64, 7, 7],
          [16, 7, 7],
          [16, 64, 3, 3],
          [16, 1],
        ],
        D2: [[16, 7, 7], [16, 14, 14], none, none],
        D3: [
          [16, 14, 14],
          [3, 14, 14],
          [3, 16, 5, 5],
          [3, 1],
        ],
        D4: [[3, 14, 14], [3, 28, 28], none, none],
      },
      shapes,
    ),
    ...rows(
      'c',
      {
        C1: [
          [3136, 1],
          [160, 1],
          [160, 3136],
          [160, 1],
        ],
        C2: [
          [160, 1],
          [84, 1],
          [84, 160],
          [84, 1],
        ],
        C3: [
          [84, 1],
          [10, 1],
          [10, 84],
          [10, 1],
        ],
      },
      shapes,
    ),
    ...rows(
      'd',
      {
        E1: [940_800, 940_800, 0, 1_881_600],
        E2: [0, 0, 9_408, 9_408],
        E3: [1_806_336, 1_806_336, 0, 3_612_672],
        E4: [0, 0, 9_408, 9_408],
      },
      counts,
    ),
    ...rows(
      'e',
      {
        D1: [451_584, 451_584, 0, 903_168],
        D2: [0, 0, 0, 0],
        D3: [235_200, 235_200, 0, 470_400],
        D4: [0, 0, 0, 0],
      },
      counts,
    ),
    ...rows(
      'f',
      { C1: [501_760, 501_760, 0, 1_003_520], C2: [13_440, 13_440, 0, 26_880], C3: [840, 840, 0, 1_680] },
      counts,
    ),
  ],
};

describe.each(Object.entries(printed))('problems/%s', (path, values) => {
  const [assignment, problem] = path.split('/') as [string, string];

  it('solves to every value that its document prints', async () => {
    const { code, out } = await tickmark(['solve', `problems/${path}.yaml`, '--json']);
    expect(code).toBe(0);
    const { items } = JSON.parse(out) as Solved;
    for (const [item, value] of values)
      expect([item, items[`${problem}.${item}`]?.value]).toEqual([item, value]);
  });

  it('gives the key its document prints full marks', async () => {
    const { out, err } = await tickmark([
      'check',
      `problems/${assignment}`,
      `problems/${assignment}/published-key.yaml`,
      '--json',
    ]);
    expect(err).toBe('');
    const asked = new Set(values.map(([item]) => `${problem}.${item}`));
    const items = (JSON.parse(out) as Checked).items.filter(({ item }) => asked.has(item));
    expect(items).toHaveLength(values.length);
    expect(items.filter(({ verdict }) => verdict !== 'correct')).toEqual([]);
    expect(items.filter(({ score, max }) => score !== max)).toEqual([]);
  });
});
