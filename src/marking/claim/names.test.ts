import { describe, expect, it } from 'vitest';
import { matchName } from './names.js';

const named = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const problems = named('q1-conv-block', 'q2-batch-norm', 'q10-networks');
const parts = named('a', 'b', 'c');

describe('a name', () => {
  it.each([
    ['q2-batch-norm', problems, 'q2-batch-norm'],
    ['Q2_batch_norm', problems, 'q2-batch-norm'],
    ['q2', problems, 'q2-batch-norm'],
    ['Q2', problems, 'q2-batch-norm'],
    ['2', problems, 'q2-batch-norm'],
    ['Question 2', problems, 'q2-batch-norm'],
    ['problem 2', problems, 'q2-batch-norm'],
    ['q1', problems, 'q1-conv-block'],
    ['10', problems, 'q10-networks'],
    ['b', parts, 'b'],
    ['B', parts, 'b'],
    ['(b)', parts, 'b'],
    ['b)', parts, 'b'],
    ['part b', parts, 'b'],
    ['Part (b)', parts, 'b'],
    ['ｂ', parts, 'b'],
  ])('"%s" means one thing', (name, things, id) => {
    expect(matchName(name, things)?.id).toBe(id);
  });

  it.each([
    ['q3', problems],
    ['', problems],
    ['...', problems],
    ['q', problems],
    ['batch', problems],
    ['d', parts],
    ['ab', parts],
    ['__proto__', parts],
    ['constructor', parts],
    ['a'.repeat(10_000), parts],
  ])('"%s" means nothing here', (name, things) => {
    expect(matchName(name, things)).toBeNull();
  });

  it('that fits several means none of them', () => {
    expect(matchName('q2', named('q2-shapes', 'q2-counts'))).toBeNull();
    expect(matchName('A_1', named('a1', 'a-1'))).toBeNull();
  });

  it('that is an id is that, whatever else it fits', () => {
    expect(matchName('a1', named('A1', 'a1'))?.id).toBe('a1');
  });

  it('may be a label', () => {
    const rows = [
      { id: 'E1', label: 'net_E 1' },
      { id: 'E2', label: 'net_E 2' },
    ];
    expect(matchName('NET-E 2', rows)?.id).toBe('E2');
    expect(matchName('e 1', rows)?.id).toBe('E1');
  });
});
