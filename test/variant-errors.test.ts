import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tickmark } from './command-line.js';
import { homework } from './drawn-class.js';

/** Lines 1 to 4, then `vary:` on line 5 and what it holds from line 6 on. */
const head = `title: Two units
family: batch-norm
text: Take $Z = {{z}}$.
given: { z: [[1, 3, 5], [2, 6, 1]], gamma: [2, 3], beta: [5, 7], epsilon: 0 }
vary:
`;
const parts = 'parts:\n  a: { answer: mean }\n  b: { answer: output }\n';
const z = '  z: { each: integer, from: -9, to: 9 }\n';

it.each([
  [
    'a contradictory range',
    '  z: { each: integer, from: 9, to: -9 }\n',
    '6:6',
    /nothing lies between 9 and -9/,
  ],
  [
    'a range that overflows',
    '  z: { each: integer, from: 0, to: 1.0e+300 }\n',
    '6:36',
    /expected at most \d+, found/,
  ],
  ['a range without end', '  z: { each: integer, from: 0, to: .inf }\n', '6:36', /a number/],
  [
    'a grid too fine',
    '  z: { each: decimal, from: 0, to: 1000000000, step: 0.000000001 }\n',
    '6:6',
    /more than/,
  ],
  ['a formula that overflows', `${z}  epsilon: { is: 10^400 }\n`, '7:12', /\d+ times\): epsilon: .*Infinity/],
  ['a formula of nothing', `${z}  epsilon: { is: 2*nothing }\n`, '7:12', /"nothing" names no given/],
  ['a given that makes no sense', `${z}  epsilon: { is: 0 - 5 }\n`, '7:12', /\d+ times\): epsilon is -5/],
  ['a condition of nothing', `${z}variants:\n  require: [mean > whatever]\n`, '8:13', /"whatever" names no/],
  ['a condition cut short', `${z}variants:\n  require: ['max(z >']\n`, '8:13', /"max\(z >" is not a formula/],
  [
    'a condition never true',
    `${z}variants:\n  require: [max(z) > 9]\n`,
    '8:13',
    /often \(\d+ times\): "max\(z\) > 9"/,
  ],
  [
    'conditions that contradict each other',
    `${z}variants:\n  require:\n    - sum(mean) > 9\n    - sum(mean) < 8\n`,
    '9:7',
    /often \(\d+ times\): "sum\(mean\) > 9"/,
  ],
  ['a band out of reach', `${z}variants:\n  digits: { from: 1, to: 2 }\n`, '8:11', /between 1 and 2 digits/],
  ['a band upside down', `${z}variants:\n  digits: { from: 3, to: 2 }\n`, '8:11', /`from` is at most `to`/],
])('%s is told with its place and what to do', async (_, vary, place, message) => {
  const cwd = homework();
  writeFileSync(join(cwd, 'hw/q1-norm.yaml'), head + vary + parts);
  for (const command of [
    ['variant', 'hw', '--count', '1', '--out', 'out'],
    ['lint', 'hw'],
  ]) {
    const { code, out, err } = await tickmark(command, { cwd });
    expect(code).toBe(command[0] === 'lint' ? 1 : 2);
    const [first] = `${err}${out}`.split('\n');
    expect(first).toMatch(message);
    expect(first).toContain(`q1-norm.yaml:${place} `);
  }
});
