import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import type { Evaluation } from '../../engine/evaluate.js';
import type { Worksheet } from '../../engine/worksheet.js';
import { convNet } from './index.js';
import { samples } from './samples.js';

const sheets = Object.entries(samples).map(([name, given]): [string, Worksheet] => [
  name,
  convNet.worksheet(convNet.given.parse(given)),
]);

/** One of the orders of up to four sizes, by its number. */
function reordered(shape: readonly number[], turn: number): number[] {
  const left = [...shape];
  return shape.map((_, position) => left.splice(Math.floor(turn / (position + 1)) % left.length, 1)[0]!);
}

function expectCountsOf(key: Evaluation, other: Evaluation): void {
  for (const { name, type } of key.worksheet.steps.values())
    if (type === 'integer') expect(other.value(name), name).toBe(key.value(name));
}

describe.each(sheets)('the order in which sizes are listed changes no count in %s', (_, sheet) => {
  const key = evaluate(sheet);

  it('inputs before outputs', () => {
    expectCountsOf(key, evaluate(sheet, { slips: [{ slip: 'swapped-in-and-out' }] }));
  });

  it.each(['put-channels-last', 'put-channels-first'])('%s', (slip) => {
    expectCountsOf(key, evaluate(sheet, { slips: [{ slip }] }));
  });

  it("a student's weights in any order", () => {
    const weights = [...sheet.steps.keys()].filter((name) => name.endsWith('.weight'));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(23)), (turns) => {
        const carry = new Map(
          weights.map((name) => {
            const shape = key.value(name) as 'none' | readonly number[];
            return [name, () => (shape === 'none' ? shape : reordered(shape, turns.next().value as number))];
          }),
        );
        expectCountsOf(key, evaluate(sheet, { carry }));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a right map with its channels at the other end', () => {
  it('leaves all that follows right', () => {
    const own = evaluate(sheets[0]![1], { carry: new Map([['net_E.2.output', () => [14, 14, 16]]]) });
    expect(own.value('net_E.3.output')).toEqual([64, 14, 14]);
    expect(own.value('net_E.3.weight')).toEqual([64, 16, 3, 3]);
    expect(own.value('net_C.operations')).toBe(1_003_520 + 26_880 + 1_680);
  });
});
