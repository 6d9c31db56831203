import type { Expression } from '../../notation/expression/tree.js';
import { parseFormula } from '../../notation/formula/read-formula.js';
import { readSymbols, type SymbolSpecs } from '../../notation/formula/symbol-specs.js';
import type { Example } from '../answer-type.js';
import type { FormulaMatrix } from './formula-matrix.js';

const key = (rows: readonly (readonly string[])[], specs: SymbolSpecs): FormulaMatrix => {
  const symbols = readSymbols(specs);
  const read = (text: string): Expression => parseFormula(text, { kind: 'numbers', symbols });
  return { rows: rows.map((row) => row.map(read)), symbols };
};

export const expressionMatrixExamples = (): readonly Example<FormulaMatrix>[] => [
  {
    key: key(
      [
        ['0', 'cos(pi*x_2)'],
        ['x_2^2*exp(x_1 - 1)', '2*x_2*exp(x_1 - 1)'],
        ['x_2', 'x_1'],
      ],
      { x_1: {}, x_2: {} },
    ),
    accepts: [
      '[[0, cos(πx2)], [x2² e^(x1−1), 2 x2 e^(x1−1)], [x2, x1]]',
      '\\begin{bmatrix} 0 & \\cos(\\pi x_2) \\\\ x_2^2 e^{x_1-1} & 2 e^{x_1-1} x_2 \\\\ x_2 & x_1 \\end{bmatrix}',
      'J = [0, cos(pi x2); x2^2 exp(x1-1), 2x2 exp(x1-1); x2, x1]',
      '0, cos(πx_2)\nx_2^2e^{x_1-1}, 2x_2e^{x_1-1}\nx_2, x_1',
      '0 cos(πx2); x2^2*e^(x1 - 1) 2*x2*e^(x1 - 1); x2 x1',
      '[[0, x2^2 e^(x1-1), x2], [cos(πx2), 2x2 e^(x1-1), x1]]^T',
      '$$J_{f_1} = \\left[\\begin{array}{cc} 0 & \\cos(\\pi x_2) \\\\ x_2^2 e^{x_1-1} & 2x_2 e^{x_1-1} \\\\ x_2 & x_1 \\end{array}\\right]$$',
      '((0, cos(πx2)), (x2^2 e^(x1-1), 2x2 e^(x1-1)), (x2, x1))',
    ],
    rejects: [
      '[[0, cos(x2)], [x2² e^(x1−1), 2 x2 e^(x1−1)], [x2, x1]]',
      '[[0, x2^2 e^(x1-1), x2], [cos(πx2), 2x2 e^(x1-1), x1]]',
      '[[0, cos(πx2)], [x2² e^(x1−1), ], [x2, x1]]',
      '[[0, cos(πx2)], [x2² e^(x1−1), 2 x2 e^(x1−1) + y], [x2, x1]]',
      '[[0, cos(πx2)], [x2, x1]]',
    ],
    unreadable: [
      '[[0, cos(πx2)], [x2² e^(x1−1)], [x2, x1]]',
      '[[0, cos(πx2)], [x2² e^(x1−1), 2 x2 e^(x1−1)], [x2, x1]',
      'see attached',
      '\\begin{bmatrix} 0 & \\cos(\\pi x_2) \\\\',
      'J = J_1 = [[0, 1]]',
    ],
  },
  {
    key: key(
      [
        ['w_1', 'w_2', '0'],
        ['0', 'w_1', 'w_2'],
      ],
      { w_1: {}, w_2: {} },
    ),
    accepts: [
      '[[w1, w2, 0], [0, w1, w2]]',
      'w_1 w_2 0; 0 w_1 w_2',
      'w₁ w₂ 0\n0 w₁ w₂',
      '[w1, w2, 0], [0, w1, w2]',
    ],
    rejects: [
      '[[w2, w1, 0], [0, w2, w1]]',
      '[[w1, 0], [w2, w1], [0, w2]]',
      '[[w1 + w2 + 0, 0, 0], [0, w1, w2]]',
    ],
  },
];
