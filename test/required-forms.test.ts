import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ResultLine } from '../src/report/result-line.js';
import { folderOf, tickmark } from './command-line.js';

const problem = `title: One formula in several forms
family: derivation
given:
  symbols: { x: {}, y: {}, s: x + y }
  steps:
    expanded: x^2 + 2*x*y + y^2
    factored: (x + y)^2
    short: s^2
    ratio: 3/4
    slopes: [[2*x + 2*y, x^2 + x]]
parts:
  a: { answer: expanded, form: expanded }
  b: { answer: factored, form: factored }
  c: { answer: short, form: { in-terms-of: [s] } }
  d: { items: { n: { answer: ratio, form: as-a-number }, m: { answer: slopes, form: expanded } } }
  e: { answer: factored }
`
  .replace(/^ {4}(expanded|factored|short|ratio): (.*)$/gm, "    $1: { formula: '$2' }")
  .replace(/slopes: (.*)$/m, "slopes: { type: expression-matrix, formula: '$1' }");

const hand = (a: string, b: string, c: string, n: string, m: string, e: string): string =>
  `answers:\n  q1:\n    a: ${a}\n    b: ${b}\n    c: ${c}\n    d:\n      n: ${n}\n      m: ${m}\n    e: ${e}\n`;

const folder = folderOf({
  'hw/assignment.yaml': 'title: Forms\nproblems: [q1]\n',
  'hw/q1.yaml': problem,
  'in/right.yaml': `student: right\n${hand('y^2 + 2yx + x^2', '(x+y)(y+x)', 's s', '0.75', '[[2x+2y, x+x^2]]', 'x^2 + 2xy + y^2')}`,
  'in/misformed.yaml': `student: misformed\n${hand('(x+y)^2', 'x^2 + 2xy + y^2', '(x+y)^2', '3x/(4x)', '[[2x+2y, x(x+1)]]', 's^2')}`,
});

describe('a form that an item asks for', () => {
  it('is no more than a meaning where nothing is asked, and is named where it is missing', async () => {
    await tickmark(['grade', join(folder, 'hw'), join(folder, 'in'), '--out', join(folder, 'out')]);
    const results = readFileSync(join(folder, 'out', 'results.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const [misformed, right] = results.map((line) => JSON.parse(line) as ResultLine);
    expect(right!.items.map(({ verdict }) => verdict)).toEqual(Array(6).fill('correct'));
    expect(misformed!.items.map(({ verdict, because }) => [verdict, because])).toEqual([
      ...Array(4).fill(['wrong', []]),
      ['partial', []],
      ['correct', []],
    ]);
    expect(right!.items.map(({ rule }) => rule)).toEqual([
      'by its meaning, and multiplied out',
      'by its meaning, and written as a product of factors',
      'by its meaning, and in terms of s',
      'by its meaning, and worked out to a number',
      'by its meaning, and multiplied out',
      'by its meaning',
    ]);
    const { out } = await tickmark(['check', join(folder, 'hw'), join(folder, 'in/misformed.yaml')]);
    for (const said of [
      'a product of sums is left; multiply it out',
      'it is a sum; write it as a product of factors',
      'x is left; write it in terms of s',
      'letters are left; work out the number',
    ])
      expect(out).toContain(said);
  });

  it.each([
    ['form: expanded }', 'form: factored }', 'the key of "expanded"'],
    ['form: as-a-number }', 'form: short }', 'form'],
    [
      '{ answer: factored }',
      '{ answer: factored, form: { in-terms-of: [s] } }',
      'is not in terms of s itself',
    ],
  ])(
    'is an authoring error where the key itself has not got it, or there is none such',
    async (from, to, says) => {
      const broken = folderOf({
        'hw/assignment.yaml': 'title: Forms\nproblems: [q1]\n',
        'hw/q1.yaml': problem.replace(from, to),
      });
      const { code, out, err } = await tickmark(['lint', join(broken, 'hw')]);
      expect(code).not.toBe(0);
      expect(out + err).toMatch(/q1\.yaml:\d+:\d+/);
      expect(out + err).toContain(says);
    },
  );

  it.each(['form: expanded, ', ''])('is kept by each entry of a matrix: %s', async (form) => {
    const own = folderOf({
      'hw/assignment.yaml': 'title: Forms\nproblems: [q1]\n',
      'hw/q1.yaml': `title: F\nfamily: derivation\ngiven: { symbols: { x: {}, y: {} }, steps: { m: { type: expression-matrix, ${form}formula: '[[x^2 + x*y, y]]' } } }\nparts: { a: { answer: m } }\n`,
      's.yaml': 'student: s\nanswers:\n  q1:\n    a: [[x(x + y), y]]\n',
    });
    const { code, out } = await tickmark(['check', join(own, 'hw'), join(own, 's.yaml')]);
    expect(code).toBe(form === '' ? 0 : 1);
    expect(out.includes('a product of sums is left; multiply it out')).toBe(form !== '');
  });

  it.each([
    ['matrix-expression', "formula: 'A^T'"],
    ['indexed-sum', "formula: 'Σ_{k} A[i,k]'\n      indices: { i: 2 }"],
  ])('is an error with its place and a hint at a step of type %s, which has none', async (type, formula) => {
    const broken = folderOf({
      'hw/assignment.yaml': 'title: Forms\nproblems: [q1]\n',
      'hw/q1.yaml': `title: F\nfamily: derivation\ngiven:\n  symbols: { A: { shape: [2, 3] } }\n  steps:\n    m:\n      type: ${type}\n      form: expanded\n      ${formula}\nparts: { a: { answer: m } }\n`,
    });
    const { code, out, err } = await tickmark(['lint', join(broken, 'hw')]);
    expect(code).not.toBe(0);
    expect(out + err).toMatch(/q1\.yaml:8:\d+/);
    expect(out + err).toContain(`a formula of type ${type} has no form`);
    expect(out + err).toContain('Leave the form out');
  });

  it('is refused for what is no formula of numbers', async () => {
    const broken = folderOf({
      'hw/assignment.yaml': 'title: Norm\nproblems: [q1]\n',
      'hw/q1.yaml':
        'title: N\nfamily: batch-norm\ngiven: { z: [[1, 3]], gamma: [1], beta: [0], epsilon: 0 }\nparts: { a: { answer: mean, form: expanded } }\n',
    });
    const { code, out, err } = await tickmark(['lint', join(broken, 'hw')]);
    expect(code).not.toBe(0);
    expect(out + err).toContain('only formulas of numbers have a form');
  });
});
