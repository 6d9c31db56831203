import { parseFormula } from '../../notation/formula/read-formula.js';
import { readSymbols, type SymbolSpecs } from '../../notation/formula/symbol-specs.js';
import type { Example } from '../answer-type.js';
import type { MatrixFormula } from './matrix-expression.js';

const key = (formula: string, specs: SymbolSpecs): MatrixFormula => {
  const symbols = readSymbols(specs, 'matrices');
  return { formula: parseFormula(formula, { kind: 'matrices', symbols }), symbols };
};

export const matrixExpressionExamples = (): readonly Example<MatrixFormula>[] => [
  {
    key: key("-2*W_2^T*(t - y) ⊙ ReLU'(z_1)", {
      W_2: { shape: [2, 3], aliases: ['W^{(2)}'] },
      z_1: { shape: [3], aliases: ['z^{(1)}'] },
      t: { shape: [2] },
      y: { shape: [2], aliases: ['ŷ'] },
    }),
    accepts: [
      "W_2^T(-2(t-y)) ⊙ ReLU'(z_1)",
      "2 diag(ReLU'(z1)) W2^T (y - t)",
      "2 ReLU'(z_1) ⊙ W_2^⊤ (y − t)",
      "-2 \\left(W^{(2)}\\right)^\\top (t - \\hat{y}) \\odot \\mathrm{ReLU}'(z^{(1)})",
      '2 W^{(2)T}(ŷ - t) ⊙ step(z^{(1)})',
      "(2 (y-t)^T W_2 diag(ReLU'(z_1)))^T",
      '2 W2.T @ (y - t) .* (z1 > 0)',
      "∂L/∂b = 2 W2'(y-t) ⊙ ReLU'(z1)",
    ],
    rejects: [
      '-2 W_2^T (t-y)',
      "2 W_2^T (t-y) ⊙ ReLU'(z_1)",
      "-2 (t-y)^T W_2 diag(ReLU'(z_1))",
      "-2 W_2 (t-y) ⊙ ReLU'(z_1)",
      "-W_2^T (t-y) ⊙ ReLU'(z_1)",
      '-2 W_2^T (t-y) ⊙ ReLU(z_1)',
      '2(y-t)',
    ],
    unreadable: ["W_2^T (y-t) ⊙ f'(z_1)", 'W_3 y', 'W_2^T (t-y', 'see lecture 5', 'W_2^T (y-t) or t'],
  },
  {
    key: key('A^T', {
      A: '[[w_1, w_2, 0], [0, w_1, w_2]]',
      w_1: {},
      w_2: {},
    }),
    accepts: ['A^T', 'A^\\top', "A'", '[[w1, 0], [w2, w1], [0, w2]]', '[w_1, 0; w_2, w_1; 0, w_2]', '(A^T)'],
    rejects: ['A', 'A^{-1}', '[[w1, w2, 0], [0, w1, w2]]', '[[w2, 0], [w1, w2], [0, w1]]', '-A^T'],
    unreadable: ['the transpose', '[[w1, 0], [w2]]'],
  },
];
