import { describe, expect, it } from 'vitest';
import { tablesOf, type Convention, type ThresholdNetwork } from '../../engine/threshold-network.js';
import { logicFormula } from '../logic-formula.js';
import { thresholdNetwork } from './threshold-network.js';

const convention: Convention = {
  threshold: '>',
  inputs: '0/1',
  units: '0/1',
  biasPlace: 'first',
  bias: 'added',
};
const exact = { relative: 0, absolute: 0 };

const keyOf = (layers: ThresholdNetwork['layers'], variables: readonly string[]): ThresholdNetwork => ({
  layers,
  names: layers.map((units) => units.map((_, unit) => `u${unit + 1}`)),
  variables,
  convention,
  wanted: tablesOf(layers, variables.length, convention),
});

const layersRead = (text: string, like: ThresholdNetwork) => {
  const reading = thresholdNetwork.read(text, { decimal: 'point', like });
  return reading.state === 'read' ? thresholdNetwork.echo(reading.answer).json : reading.state;
};

const compared = (text: string, key: ThresholdNetwork) => {
  const reading = thresholdNetwork.read(text, { decimal: 'point', like: key });
  if (reading.state !== 'read') throw new Error(reading.state);
  return thresholdNetwork.compare(reading.answer, key, exact);
};

const either = keyOf([[[-0.5, 1, 1]]], ['A', 'B']);

describe('the layers of a network', () => {
  const two = [
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [[7, 8, 9]],
  ];
  const three = [
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [[7, 8, 9]],
    [[0, 1]],
  ];
  it.each<[string, string, unknown]>([
    ['the last of several lines', '1 2 3\n4 5 6\n7 8 9', two],
    ['lines by the letters of their names', 'h1: 1 2 3\nh2: 4 5 6\ny: 7 8 9', two],
    ['names of one letter', 'u1 = 1, 2, 3\nu2 = 4, 5, 6\nu3 = 7, 8, 9', two],
    ['a matrix for each layer', '[[1,2,3],[4,5,6]]\n[[7,8,9]]', two],
    ['NumPy matrices by name', 'W1 = [[1. 2. 3.]\n [4. 5. 6.]]\nW2 = [[7. 8. 9.]]', two],
    ['one list of matrices', '[[[1,2,3],[4,5,6]],[[7,8,9]]]', two],
    ['rows between semicolons in a bracket', '[1 2 3; 4 5 6], [7 8 9]', two],
    [
      'LaTeX, a matrix for each layer',
      '$W = \\begin{pmatrix}1 & 2 & 3\\\\4 & 5 & 6\\end{pmatrix}$\n$w = \\begin{pmatrix}7 & 8 & 9\\end{pmatrix}$',
      two,
    ],
    [
      'LaTeX, a row for each unit',
      '$h_1 = [1 \\quad 2 \\quad 3]$\n$h_2 = [4 \\quad 5 \\quad 6]$\n$y = [7 \\quad 8 \\quad 9]$',
      two,
    ],
    ['blank lines', '1 2 3\n4 5 6\n\n7 8 9\n\n0 1', three],
    ['rules of dashes', '1 2 3\n4 5 6\n---\n7 8 9\n---\n0 1', three],
    [
      'another width',
      '1 2 3\n4 5 6\n7 8 9\n0 1',
      [
        [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        [[0, 1]],
      ],
    ],
    ['a single unit', '1 2 3', [[[1, 2, 3]]]],
  ])('are parted by %s', (_, text, expected) => {
    expect(layersRead(text, either)).toEqual(expected);
  });

  it.each([
    '[1 2 3',
    '1 2 3]',
    'W1 is [[1,2,3]] and done',
    '[[1,2],[3,[4]]]',
    '1 2 three',
    `${'1 '.repeat(3000)}`,
  ])('cannot be read from %s', (text) => {
    expect(layersRead(text, either)).toBe('unreadable');
  });
});

describe('a layer of several wanted units', () => {
  const both = keyOf(
    [
      [
        [-0.5, 1, 1],
        [-1.5, 1, 1],
      ],
    ],
    ['A', 'B'],
  );

  it('may have them in any order', () => {
    expect(compared('-3 2 2\n-1 2 2', both).entries.every((entry) => entry === 'correct')).toBe(true);
  });

  it('names the unit that is wrong or missing', () => {
    expect(compared('-0.5 1 1\n-0.5 1 0', both).remark).toBe(
      'For A=1, B=0 your unit for term 2 gives 1, the term gives 0; 1 of 8 rows fails.',
    );
    expect(compared('-0.5 1 1', both).remark).toMatch(/your unit for term 2 is missing/);
  });

  it('says when there are too many', () => {
    expect(compared('-0.5 1 1\n-1.5 1 1\n0 1 1', both).remark).toBe('You wrote 3 units where 2 are asked.');
  });
});

it('a network of more than 256 rows is right or wrong as a whole', () => {
  const names = [...'abcdefghi'];
  const any = keyOf([[[-0.5, ...names.map(() => 1)]]], names);
  expect(compared(`-0.5 ${'1 '.repeat(9)}`, any).entries).toEqual(['correct']);
  const wrong = compared(`-0.5 ${'1 '.repeat(8)}0`, any);
  expect(wrong.entries).toEqual(['wrong']);
  expect(wrong.remark).toMatch(/; 1 of 512 rows fails\.$/);
});

describe('a formula', () => {
  const variables = ['A', 'B'];
  const formula = {
    kind: 'and',
    left: { kind: 'variable', name: 'A' },
    right: { kind: 'variable', name: 'B' },
  } as const;
  const key = { formula, variables, table: Uint8Array.of(0, 0, 0, 1), form: 'dnf' } as const;
  const remarkOn = (text: string) => {
    const reading = logicFormula.read(text, { decimal: 'point', like: key });
    if (reading.state !== 'read') throw new Error(reading.state);
    return logicFormula.compare(reading.answer, key, exact);
  };

  it('that is equivalent but in another form is told so', () => {
    expect(remarkOn('¬(¬A ∨ ¬B)')).toMatchObject({
      entries: ['wrong'],
      remark: expect.stringContaining('right truth table'),
    });
  });

  it('with a letter the problem does not have is told which', () => {
    expect(remarkOn('A ∧ D').remark).toBe('Your formula uses D; the variables are A, B.');
  });

  it('that fails is told the rows, and earns only what a constant would not', () => {
    const { remark, baseline, entries } = remarkOn('A');
    expect(remark).toBe('For A=1, B=0 your formula gives 1, the right one gives 0; 1 of 4 rows fails.');
    expect(baseline).toBe(3);
    expect(entries.filter((entry) => entry === 'correct')).toHaveLength(3);
  });
});
