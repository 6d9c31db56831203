import { describe, expect, it } from 'vitest';
import { fromNested } from '../engine/tensor.js';
import { given, step, worksheet } from '../engine/worksheet.js';
import { fillProse, type GivenWriter } from './prose.js';

const sheet = worksheet(
  [
    given(
      'z',
      'matrix',
      fromNested([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ),
    given('v', 'vector', fromNested([7, 8])),
    given('eps', 'number', 0.1),
  ],
  [step({ name: 'mean', type: 'number', needs: {}, run: () => 2, show: () => '' })],
);
const writer: GivenWriter = {
  typeset: (type) => `<${type} as maths>`,
  write: (type) => `<${type} as text>`,
};
const fill = (text: string): string => fillProse(text, sheet, writer);

describe('prose with givens', () => {
  it.each([
    ['Take {{z}}.', 'Take <matrix as text>.'],
    ['Take $Z = {{z}}$.', 'Take $Z = <matrix as maths>$.'],
    ['$$Z = {{z}}$$ and {{ eps }}', '$$Z = <matrix as maths>$$ and <number as text>'],
    ['{{rows z}} by {{columns z}}, {{shape z}}', '2 by 3, 2×3'],
    ['{{rows v}} by {{columns v}}, {{shape v}}', '2 by 1, 2'],
    ['costs $5 and {{eps}} $', 'costs $5 and <number as maths> $'],
    ['nothing to fill, $\\frac{a}{b}$', 'nothing to fill, $\\frac{a}{b}$'],
    ['$x^{{a}^b}$', '$x^{{a}^b}$'],
  ])('writes %s as %s', (text, written) => {
    expect(fill(text)).toBe(written);
  });

  it('writes what a given holds, whatever its characters', () => {
    expect(fillProse('{{eps}}', sheet, { ...writer, write: () => '$& {{z}} $1' })).toBe('$& {{z}} $1');
  });

  it.each([
    ['{{mean}}', /"mean" is a step, which would give the answer away/],
    ['{{rows mean}}', /"mean" is a step/],
    ['$\\mu = {{mean}}$', /"mean" is a step/],
    ['{{zz}}', /"zz" is not a given \(the givens are z, v, eps\)/],
    ['{{__proto__}}', /"__proto__" is not a given/],
    ['{{rows eps}}', /rows, columns or shape of a given vector, matrix or tensor/],
    ['{{depth z}}', /rows, columns or shape/],
    ['Take {{z and run', /"{{z and run" is not closed/],
  ])('refuses %s', (text, message) => {
    expect(() => fill(text)).toThrow(message);
  });

  it('tells of every wrong name at once', () => {
    expect(() => fill('{{one}} $ {{mean}} $ {{two}}')).toThrow(/"one".*"mean".*"two"/s);
  });
});
