import { beforeAll, describe, expect, test } from 'vitest';
import { answerType } from '../../answers/index.js';
import { evaluate } from '../../engine/evaluate.js';
import { conv1d } from './index.js';
import { samples } from './samples.js';

beforeAll(() => conv1d.prepare?.());

const sheet = conv1d.worksheet(conv1d.given.parse(samples['two-channels']));
const exact = { relative: 0, absolute: 0 };

/** Right entries of an answer to a step, of all. */
function rightEntries(step: string, text: string): string {
  const { type: name } = sheet.steps.get(step)!;
  const type = answerType(name);
  const key = evaluate(sheet).value(step);
  const reading = type.read(text, { decimal: 'point', like: key });
  if (reading.state !== 'read') return reading.state;
  const { entries } = type.compare(reading.answer, key, exact);
  return `${entries.filter((entry) => entry === 'correct').length} of ${entries.length}`;
}

describe('two channels in letters', () => {
  const matrix = [
    'w_1^{11} & w_2^{11} & w_3^{11} & 0 & w_1^{21} & w_2^{21} & w_3^{21} & 0',
    '0 & w_1^{11} & w_2^{11} & w_3^{11} & 0 & w_1^{21} & w_2^{21} & w_3^{21}',
    'w_1^{12} & w_2^{12} & w_3^{12} & 0 & w_1^{22} & w_2^{22} & w_3^{22} & 0',
    '0 & w_1^{12} & w_2^{12} & w_3^{12} & 0 & w_1^{22} & w_2^{22} & w_3^{22}',
  ];
  const latex = `\\begin{bmatrix} ${matrix.join(' \\\\ ')} \\end{bmatrix}`;
  const plain = matrix.map((row) => row.replaceAll(' &', '').replace(/\^\{(\d\d)\}/g, '^$1')).join('\n');

  test.each([
    ['symbolic-matrix', latex, '32 of 32'],
    ['symbolic-matrix', `A = ${latex}`, '32 of 32'],
    ['symbolic-matrix', plain, '32 of 32'],
    ['symbolic-matrix', latex.replace('w_3^{22}', 'w_1^{22}'), '31 of 32'],
    ['symbolic-transpose', 'A^T', '1 of 1'],
    ['symbolic-transpose', 'B = A^\\top', '1 of 1'],
    ['symbolic-transpose', `${latex}^T`, '1 of 1'],
    ['symbolic-transpose', 'A', '0 of 1'],
    ['symbolic-transpose', 'A^{-1}', '0 of 1'],
    ['symbolic-kernels.1', '[[w_3^{11}, w_2^{11}, w_1^{11}], [w_3^{12}, w_2^{12}, w_1^{12}]]', '6 of 6'],
    ['symbolic-kernels.1', 'w_3^{1,1} w_2^{1,1} w_1^{1,1}; w^{1,2}_3 w_{2}^{1 2} w_1^(1,2)', '6 of 6'],
    ['symbolic-kernels.2', 'w_3^21 w_2^21 w_1^21; w_3^22 w_2^22 w_1^22', '6 of 6'],
    ['symbolic-kernels.2', '[[w_1^{21}, w_2^{21}, w_3^{21}], [w_1^{22}, w_2^{22}, w_3^{22}]]', '2 of 6'],
  ])('%s %s has %s entries right', (step, text, expected) => {
    expect(rightEntries(step, text)).toBe(expected);
  });
});
