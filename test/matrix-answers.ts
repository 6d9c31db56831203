import { slip, why, type AnswersByItem } from './answer-table.js';

const rowsOfA = [
  'w_1^{11} w_2^{11} w_3^{11} 0 w_1^{21} w_2^{21} w_3^{21} 0',
  '0 w_1^{11} w_2^{11} w_3^{11} 0 w_1^{21} w_2^{21} w_3^{21}',
  'w_1^{12} w_2^{12} w_3^{12} 0 w_1^{22} w_2^{22} w_3^{22} 0',
  '0 w_1^{12} w_2^{12} w_3^{12} 0 w_1^{22} w_2^{22} w_3^{22}',
].map((row) => row.split(' '));
const rowsOfB = rowsOfA[0]!.map((_, column) => rowsOfA.map((row) => row[column]!));
type Rows = readonly (readonly string[])[];
const lines = (rows: Rows): string => rows.map((row) => row.join(' ')).join('\n');
const brackets = (rows: Rows): string => `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
const latex = (rows: Rows): string =>
  `\\begin{bmatrix} ${rows.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{bmatrix}`;
const bars = (rows: Rows): string => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const plain = (text: string): string => text.replace(/_(\d)\^\{(\d\d)\}/g, '$1^$2');
const capital = (text: string): string => text.replace(/w_(\d)\^\{(\d\d)\}/g, 'W^{$2}_$1');
const channelsBelow = (text: string): string => text.replace(/w_(\d)\^\{(\d\d)\}/g, 'w_{$2}^{$1}');
const reversed = (text: string): string =>
  text.replace(/w_([13])/g, (_, tap: string) => `w_${tap === '1' ? 3 : 1}`);
const exchanged = (text: string): string => text.replace(/\{(\d)(\d)\}/g, '{$2$1}');

const backKernels = (channel: number): string[][] =>
  [1, 2].map((output) => [3, 2, 1].map((tap) => `w_${tap}^{${channel}${output}}`));

/** Chains and gradients of whole matrices, and matrices of letters, as students write them. */
export const matrixAnswers: AnswersByItem = {
  'ee468-hw4': {
    'q1-formulas.a.second': [
      [
        '\\frac{\\partial \\mathcal{L}}{\\partial \\mathbf{b}^{(2)}} = \\frac{\\partial \\mathcal{L}}{\\partial \\hat{\\mathbf{y}}} \\frac{\\partial \\hat{\\mathbf{y}}}{\\partial \\mathbf{b}^{(2)}}',
        'correct',
      ],
      [
        '\\left(\\frac{\\partial \\hat y}{\\partial b^{(2)}}\\right)^\\top \\frac{\\partial L}{\\partial \\hat y}',
        'correct',
      ],
      ['dL/db2 = dL/dy * dy/dz2 * dz2/db2', 'correct'],
      ['∂z2/∂b2 · ∂L/∂z2', 'correct'],
      ['(∂L/∂ŷ)^T ∂ŷ/∂b₂', 'correct'],
      ['-2(t-ŷ)^T ∂ŷ/∂b2', 'correct'],
      ['∂L/∂ŷ', slip('ended-before-the-bias')],
      ['2(ŷ - t)^T', slip('ended-before-the-bias')],
      ['∂L/∂ŷ W2 ∂z2/∂b2', slip('went-on-to-the-weights')],
      ['-∂L/∂ŷ ∂ŷ/∂b2', slip('turned-the-sign')],
      ['∂ŷ/∂b2', 'wrong'],
      ['∂L/∂ŷ · ∂h/∂b2', why(/stands for nothing here/)],
      ['by the chain rule', why(/stands for nothing/)],
    ],
    'q1-formulas.a.first': [
      [
        '\\frac{\\partial L}{\\partial \\hat{y}} \\frac{\\partial \\hat{y}}{\\partial h} \\frac{\\partial h}{\\partial z^{(1)}} \\frac{\\partial z^{(1)}}{\\partial b^{(1)}}',
        'correct',
      ],
      ['dL/db1 = dL/dy * dy/dz2 * dz2/dh * dh/dz1 * dz1/db1', 'correct'],
      ['(∂z1/∂b1)^T (∂h/∂z1)^T (∂ŷ/∂h)^T ∂L/∂ŷ', 'correct'],
      ['∂z1/∂b1 ∂h/∂z1 ∂ŷ/∂h ∂L/∂ŷ', 'correct'],
      ['∂z1/∂b1 ((∂ŷ/∂h)^T ∂L/∂ŷ ⊙ ∂h/∂z1)', 'correct'],
      [
        "\\frac{\\partial z^{(1)}}{\\partial b^{(1)}} \\left( W^{(2)T} \\frac{\\partial L}{\\partial \\hat y} \\odot \\mathrm{ReLU}'(z^{(1)}) \\right)",
        'correct',
      ],
      ['∂L/∂ŷ ∂ŷ/∂h ∂h/∂z1', slip('ended-before-the-bias')],
      ['∂L/∂ŷ ∂ŷ/∂h ∂z1/∂b1', slip('dropped-activation-slope')],
      ['∂L/∂ŷ ∂h/∂z1 ∂z1/∂b1', slip('skipped-the-second-layer')],
      ['∂ŷ/∂h ∂h/∂z1 ∂z1/∂b1', slip('skipped-the-loss')],
      ['∂ŷ/∂h ∂h/∂z1 ∂z1/∂b1 ∂L/∂ŷ', slip('left-out-the-transposes')],
      ['∂z1/∂b1 ∂h/∂z1 W2 ∂L/∂ŷ', slip('left-out-the-transpose')],
      ['-∂L/∂ŷ ∂ŷ/∂h ∂h/∂z1 ∂z1/∂b1', slip('turned-the-sign')],
      ['∂L/∂ŷ ∂h/∂z1 ∂ŷ/∂h ∂z1/∂b1', 'wrong'],
      ['∂L/∂h ∂h/∂z1 ∂z1/∂b1', why(/stands for nothing here/)],
    ],
    'q1-formulas.b.second': [
      [
        '\\frac{\\partial \\mathcal{L}}{\\partial \\mathbf{b}^{(2)}} = -2(\\mathbf{t} - \\hat{\\mathbf{y}})',
        'correct',
      ],
      ['2 (y_hat - t)', 'correct'],
      ['-2 [t − ŷ]ᵀ', 'correct'],
      ['\\begin{bmatrix} 2(\\hat y_1 - t_1) \\\\ 2(\\hat y_2 - t_2) \\end{bmatrix}', 'correct'],
      ['-2(t_1 - y_1)\n-2(t_2 - y_2)', 'correct'],
      ['2(W2 ReLU(W1 x + b1) + b2 - t)', 'correct'],
      ['(2ŷ_1 - 2t_1, 2ŷ_2 - 2t_2)', 'correct'],
      ['2(t - ŷ)', slip('turned-the-sign')],
      ['ŷ - t', slip('forgot-the-2')],
      ['(t - ŷ)^T', slip('forgot-the-2-and-the-sign')],
      ['2 W2^T (ŷ - t)', slip('went-on-to-the-weights')],
      ['-2(t - ŷ)h^T', slip('multiplied-by-the-input')],
      ['2‖t - ŷ‖', slip('differentiated-no-square')],
      ['-2(t_1 - y_1) - 2(t_2 - y_2)', 'wrong'],
      ['∂L/∂ŷ ∂ŷ/∂b2', why(/Work derivatives out/)],
      ['-2(t - ŷ', why(/not closed/)],
    ],
    'q1-formulas.b.first': [
      ["-2 W^{(2)T}(t - \\hat{y}) \\odot \\text{ReLU}'(z^{(1)})", 'correct'],
      ['2 * W2.T @ (y - t) * (z1 > 0)', 'correct'],
      ["-2 (t - ŷ)^T W^{(2)} diag(ReLU'(z^{(1)}))", 'correct'],
      ['-2 (W₂)ᵀ (t − ŷ) ⊙ 1[z₁ > 0]', 'correct'],
      ["2 W2^T (W2 h + b2 - t) ⊙ ReLU'(W1 x + b1)", 'correct'],
      ['2 [W_2^T (ŷ − t)] ⊙ (h > 0)', 'correct'],
      ["2 W2^T (t-ŷ) ⊙ ReLU'(z1)", slip('turned-the-sign')],
      ["-W2^T (t-ŷ) ⊙ ReLU'(z1)", slip('forgot-the-2')],
      ["W2^T (t-ŷ) ⊙ ReLU'(z1)", slip('forgot-the-2-and-the-sign')],
      ['-2 W2^T (t-ŷ)', slip('dropped-activation-slope')],
      ['-2 W2^T (t-ŷ) ⊙ max(0, z1)', slip('took-the-activation-for-its-slope')],
      ["-2 W2^T (t-ŷ) ⊙ ReLU'(ŷ)", slip('took-the-slope-at-the-output')],
      ["-2 W2^T (t-ŷ) ⊙ σ'(z1)", slip('took-the-slope-of-the-sigmoid')],
      ["-2 W2^T ((t-ŷ) ⊙ ReLU'(z1))", slip('put-the-slope-behind-the-weights')],
      [
        '2 W^{(2)\\top} (\\hat y - t) \\odot \\begin{cases} 1 & z^{(1)} > 0 \\\\ 0 & z^{(1)} \\le 0 \\end{cases}',
        'correct',
      ],
      ['2 W2^T (ŷ − t) ⊙ 1_{z_1 > 0}', 'correct'],
      ["-2 W2 (t-ŷ) ⊙ ReLU'(z1)", slip('left-out-the-transpose')],
      ["-2 (t-ŷ) ⊙ ReLU'(z1)", slip('skipped-the-second-layer')],
      ["(-2 W2^T (t-ŷ) ⊙ ReLU'(z1)) x^T", slip('went-on-to-the-weights')],
      ["-2 (t-ŷ) W2 ReLU'(z1)", 'wrong'],
      ["-2 W2^T (t-ŷ) ⊙ f'(z1)", why(/“f” stands for nothing/)],
      ["-2 W3^T (t-ŷ) ⊙ ReLU'(z1)", why(/“W3” stands for nothing/)],
    ],
  },
  'coms573-hw5': {
    'q3-conv1d.a.matrix': [
      [`A = ${latex(rowsOfA)}`, 'correct'],
      [lines(rowsOfA), 'correct'],
      [plain(brackets(rowsOfA)), 'correct'],
      [bars(rowsOfA), 'correct'],
      [capital(lines(rowsOfA)), 'correct'],
      [channelsBelow(lines(rowsOfA)), 'correct'],
      [reversed(lines(rowsOfA)), slip('reversed-kernel')],
      [exchanged(lines(rowsOfA)), slip('swapped-input-and-output-channels')],
      [lines([0, 2, 1, 3].map((row) => rowsOfA[row]!)), slip('ordered-outputs-by-position')],
      [latex(rowsOfA).replace('w_3^{22}', 'w_1^{22}'), { partial: 31 }],
      [latex(rowsOfB), 'wrong'],
      ['[W^{11}, W^{21}; W^{12}, W^{22}]', why(/“W” stands for nothing/)],
    ],
    'q3-conv1d.b.matrix': [
      ['B = A^{\\top}', 'correct'],
      ["A'", 'correct'],
      ['Aᵀ', 'correct'],
      [latex(rowsOfB), 'correct'],
      [lines(rowsOfB), 'correct'],
      [`${brackets(rowsOfA)}^T`, 'correct'],
      ['A', slip('kept-matrix-untransposed')],
      [lines(rowsOfA), slip('kept-matrix-untransposed')],
      ['A^{-1}', 'wrong'],
      ['-A^T', 'wrong'],
      ['B is the transpose of A', why(/“is” stands for nothing/)],
    ],
    'q3-conv1d.c.first': [
      [latex(backKernels(1)), 'correct'],
      [lines(backKernels(1)), 'correct'],
      [plain(brackets(backKernels(1))), 'correct'],
      ['w₃¹¹ w₂¹¹ w₁¹¹; w₃¹² w₂¹² w₁¹²', 'correct'],
      [reversed(lines(backKernels(1))), slip('kept-kernel-unreversed')],
      [exchanged(lines(backKernels(1))), slip('kept-channels-unswapped')],
      [lines(backKernels(2)), slip('gave-a-neighbouring-answer')],
      ['the kernels reversed', why(/stands for nothing/)],
    ],
    'q3-conv1d.c.second': [
      [latex(backKernels(2)), 'correct'],
      [lines(backKernels(2)), 'correct'],
      [capital(brackets(backKernels(2))), 'correct'],
      [reversed(latex(backKernels(2))), slip('kept-kernel-unreversed')],
      [exchanged(brackets(backKernels(2))), slip('kept-channels-unswapped')],
      [lines(backKernels(2)).replace('w_3^{21}', 'w_3^{11}'), { partial: 5 }],
      ['w_4^{21} w_2^{21} w_1^{21}', why(/“w” stands for nothing|w_4/)],
    ],
  },
};
