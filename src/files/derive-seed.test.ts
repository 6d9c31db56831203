import { describe, expect, it } from 'vitest';
import { randomFrom } from '../problem/variant/random.js';
import { deriveState } from './derive-seed.js';

/** By Python's hashlib and a xoroshiro128+ written from its authors' paper. */
const vectors = [
  [
    'autumn',
    'hw1',
    'q1',
    's001',
    [4181132993, 3874716046, 3614336731, 3138666522],
    [0, 2, 1, 4, 96, 75, 474644905],
  ],
  [
    'autumn',
    'hw1',
    'q1',
    's002',
    [348335260, 496719953, 3603077102, 1132927288],
    [1, 1, 1, 8, 81, 659, 62229641],
  ],
  ['', '', 'q-1', '', [1805699176, 2343695138, 1459109934, 1477488236], [0, 2, 4, 2, 2, 851, 1592048710]],
  [
    'a"b\\c',
    'hw',
    'q',
    'Zoë ✓\n',
    [2299066759, 3269706588, 2251659758, 3863868076],
    [0, 0, 1, 2, 89, 126, 1592116039],
  ],
] as const;
const limits = [2, 3, 10, 10, 100, 1000, 2 ** 31];

describe('the derivation of seeds', () => {
  it.each(vectors)(
    'gives the published words and draws for %j %j %j %j',
    (seed, assignment, problem, student, words, draws) => {
      const state = deriveState({ seed, assignment, problem, student });
      expect(state).toEqual(words);
      const random = randomFrom(state);
      expect(limits.map((limit) => random.below(limit))).toEqual(draws);
    },
  );

  it('tells apart parts that only meet when joined', () => {
    const one = deriveState({ seed: 'a', assignment: 'b', problem: 'c', student: 'd' });
    const other = deriveState({ seed: 'ab', assignment: '', problem: 'c', student: 'd' });
    expect(one).not.toEqual(other);
  });
});
