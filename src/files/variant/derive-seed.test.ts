import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../problem/variant/random.js';
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

  const base = { seed: 'autumn', assignment: 'hw', problem: 'q1', student: 's1' };
  it.each([
    ['parts that only meet when joined', { seed: 'a', student: 'b' }, { seed: 'ab', student: '' }],
    ['a digit that moves over', { seed: '12', student: '3' }, { seed: '1', student: '23' }],
    ['a problem and a student', { problem: 'q1', student: '1s' }, { problem: 'q11', student: 's' }],
    ['marks of the array itself', { seed: 'a","b', student: 'c' }, { seed: 'a', student: 'b","c' }],
    ['escapes', { student: '\\u0041' }, { student: 'A' }],
    ['Unicode forms', { student: 'Zo\u00eb' }, { student: 'Zoe\u0308' }],
    ['letters of two alphabets', { student: 'a1' }, { student: '\u04301' }],
    ['case', { student: 'S1' }, { student: 's1' }],
    ['leading zeros', { student: '01' }, { student: '1' }],
    ['halves of a character', { student: '\ud800' }, { student: '\ufffd' }],
    ['spaces', { seed: 'a ' }, { seed: 'a' }],
  ])('tells apart %s', (_, one, other) => {
    expect(deriveState({ ...base, ...one })).not.toEqual(deriveState({ ...base, ...other }));
  });

  it('gives every student of a large class a state of their own', () => {
    const states = Array.from({ length: 5_000 }, (_, place) =>
      deriveState({ ...base, student: String(place) }).join(),
    );
    expect(new Set(states).size).toBe(5_000);
  });
});
