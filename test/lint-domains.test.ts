import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, tickmark } from './command-line.js';

const lint = async (x: string, step: string) => {
  const folder = folderOf({
    'hw/assignment.yaml': 'title: Logs\nproblems: [q1]\n',
    'hw/q1.yaml': `title: L\nfamily: derivation\ngiven:\n  symbols: { x: ${x}, y: {} }\n  steps:\n    f: { ${step} }\nparts:\n  a: { answer: f }\n`,
  });
  const { code, out, err } = await tickmark(['lint', join(folder, 'hw')]);
  return { code, said: out + err };
};

it.each([
  ['{}', 'formula: log(x) + y', 'x: { from: 0 }'],
  ['{ to: 3 }', 'formula: y/sqrt(x)', 'x: { from: 0 }'],
  ['{}', 'formula: y*x^1.5', 'x: { from: 0 }'],
  ['{}', "type: expression-matrix, formula: '[[y, 1], [x, ln(y)]]'", 'y: { from: 0 }'],
])('lint names the letter %s of %s that needs a domain, with its place', async (x, step, hint) => {
  const { code, said } = await lint(x, step);
  expect(code).toBe(1);
  expect(said).toMatch(/q1\.yaml:\d+:\d+/);
  expect(said).toMatch(/has no value at \d+ % of its samples/);
  expect(said).toContain(`Say where its letters lie, such as ${hint}`);
});

it.each([
  ['{ from: 0 }', 'formula: log(x) + y'],
  ['{ from: 0.5, to: 3 }', 'formula: y/sqrt(x)'],
  ['{}', 'formula: log(1 + x^2)'],
  ['{}', 'formula: y/x'],
  ['{}', 'formula: x^3 + 2'],
])('lint has nothing to say of the letter %s of %s', async (x, step) => {
  expect((await lint(x, step)).said).not.toContain('has no value');
});
