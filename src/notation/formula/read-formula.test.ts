import { beforeAll, describe, expect, it, test } from 'vitest';
import { Unreadable } from '../unreadable.js';
import { loadLatex } from './load-latex.js';
import { readFormula } from './read-formula.js';
import { readSymbols } from './symbol-specs.js';
import type { Language } from './symbols.js';
import { writeFormula } from './write-formula.js';

beforeAll(loadLatex);

const numbers: Language = {
  kind: 'numbers',
  symbols: readSymbols({
    ...Object.fromEntries(
      ['a', 'b', 'x', 'y', 'z', 'x_1', 'x_2', 'y_hat', 'alpha', 'w_1_11', 'U'].map((one) => [one, {}]),
    ),
    dU: { aliases: ['∂J/∂U'] },
    dy: { aliases: ['∂L/∂y_{11}'] },
    b_2: { aliases: ['b^{(2)}'] },
  }),
};
const meaning = (text: string, language = numbers): string => {
  const tree = readFormula(text, language);
  return tree instanceof Unreadable ? `unreadable: ${tree.why}` : writeFormula(tree);
};

describe('formulas of numbers', () => {
  test.each([
    // Products without a sign, by the declared letters.
    ['ab', 'a*b'],
    ['2xy', '2*x*y'],
    ['x(y+z)', 'x*(y + z)'],
    ['(a+b)(a-b)', '(a + b)*(a - b)'],
    ['2πx', '2*pi*x'],
    ['xe^{-x}', 'x*e^(-x)'],
    ['dUU(1-U)', 'dU*U*(1 - U)'],
    // Names in the ways people write them.
    ['x1', 'x_1'],
    ['x_{1}x_2', 'x_1*x_2'],
    ['x₂²', 'x_2^2'],
    ['w_1^{11}x', 'w_1_11*x'],
    ['w_{1}^{11}', 'w_1_11'],
    ['w₁¹¹', 'w_1_11'],
    ['b^{(2)}', 'b_2'],
    ['b^(2)', 'b_2'],
    ['α', 'alpha'],
    ['ŷ', 'y_hat'],
    ['∂J/∂U', 'dU'],
    ['dJ/dU · x', 'dU*x'],
    ['∂L/∂y_{11}', 'dy'],
    ['∂L/∂y₁₁', 'dy'],
    // Powers, roots, bars.
    ['x^2y', 'x^2*y'],
    ['-x^2', '-x^2'],
    ['x^y^2', 'x^y^2'],
    ['x^-y', 'x^(-y)'],
    ['x⁻¹', 'x^(-1)'],
    ['x**2', 'x^2'],
    ['√x', 'sqrt(x)'],
    ['√(x+1)y', 'sqrt(x + 1)*y'],
    ['|x|y|z|', 'abs(x)*y*abs(z)'],
    ['||x|-1|', 'abs(abs(x) - 1)'],
    ['⌊x/2⌋', 'floor(x/2)'],
    // Functions with and without brackets.
    ['sin x cos y', 'sin(x)*cos(y)'],
    ['sin 2x', 'sin(2*x)'],
    ['sin²(x)', 'sin(x)^2'],
    ['ln|x|', 'log(abs(x))'],
    ['log_2(x)', 'log(x)/log(2)'],
    ['max{0, z}', 'max(0, z)'],
    ["σ'(z)", 'sigmoid(z)*(1 - sigmoid(z))'],
    ['1[x>0]y', '1*(x > 0)*y'],
    ['if(x > 0, x, 0)', 'if(x > 0, x, 0)'],
    // Division.
    ['a/b/x', 'a/b/x'],
    ['1/2 (x+y)', '1/2*(x + y)'],
    ['½x', '0.5*x'],
    ['2x/3', '2*x/3'],
    ['1.5e-3x', '0.0015*x'],
  ])('%s is %s', (text, expected) => {
    expect(meaning(text)).toBe(expected);
  });

  test.each([
    ['\\frac{1}{1+e^{-x}}', '1/(1 + e^(-x))'],
    ['\\tfrac12 x', '1/2*x'],
    ['\\sqrt[3]{x}', 'x^(1/3)'],
    ['\\sqrt{x}\\,y', 'sqrt(x)*y'],
    ['\\sigma(z)\\left(1-\\sigma(z)\\right)', 'sigmoid(z)*(1 - sigmoid(z))'],
    ['\\ln x', 'log(x)'],
    ['\\log_{10} x', 'log(x)/log(10)'],
    ['\\sin^2 x', 'sin(x)^2'],
    ['\\left|x\\right|', 'abs(x)'],
    ['\\lVert x\\rVert', 'abs(x)'],
    ['\\lfloor x \\rfloor', 'floor(x)'],
    ['\\max\\{0, z\\}', 'max(0, z)'],
    ['\\operatorname{ReLU}(z)', 'relu(z)'],
    ['\\text{ReLU}(z)', 'relu(z)'],
    ['\\mathbb{1}_{z>0}\\, x', '(z > 0)*x'],
    ['\\begin{cases} x & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}', 'if(x > 0, x, 0)'],
    ['w_1^{11} x', 'w_1_11*x'],
    ['\\mathbf{x}\\cdot\\boldsymbol{y}', 'x*y'],
    ['\\hat{y} - y', 'y_hat - y'],
    ['\\frac{\\partial J}{\\partial U}', 'dU'],
    ['\\frac{\\mathrm{d}J}{\\mathrm{d}U}', 'dU'],
    ['\\partial J/\\partial U', 'dU'],
    ['\\frac{\\partial L}{\\partial y_{11}}', 'dy'],
    ['\\alpha x', 'alpha*x'],
    ['3{,}136 x', '3136*x'],
    ['x^12', 'x^12'],
    ['\\bigl(x\\bigr)y', 'x*y'],
    ['x \\le y < 2', 'x <= y and y < 2'],
  ])('LaTeX %s is %s', (text, expected) => {
    expect(meaning(text)).toBe(expected);
  });

  test.each([
    // Two readings: never guessed.
    ['1/2x', /read in two ways.*\(1\/2\)x/],
    ['x/2(y)', /read in two ways/],
    ['e^2x', /end in several places/],
    ['sin x/y', /end in several places/],
    ['sin^{-1}(x)', /can mean two things.*arcsin/],
    ['2 3', /number 3 stands behind a factor/],
    ['x 2', /number 2 stands behind a factor/],
    // What is missing, and where.
    ['', /empty/],
    ['x +', /missing after “x \+”/],
    ['x * / y', /“\/” cannot stand here after “x \*”/],
    ['(x + y', /“\(” is not closed/],
    ['x)', /“\)” cannot stand here/],
    ['x, y', /“,” cannot stand here/],
    ['x = y', /“=” cannot stand here.*one formula/],
    ['sin', /sin has no input/],
    ['max()', /missing|empty/],
    ['tanh(x, y)', /takes 1 input, not 2/],
    ['\\frac{1}', /LaTeX is not complete/],
    ['\\left( x', /LaTeX is not complete/],
    // Words and letters that are not the problem's.
    ['q', /“q” stands for nothing here.*The letters are a, b/],
    ['x3', /“x3” stands for nothing/],
    ['see above', /stands for nothing/],
    ['x or y', /“or” can only join conditions.*one formula/],
    ['∂J/∂Z', /“∂J\/∂Z” stands for nothing/],
    ['\\frac{\\partial}{\\partial x} x^2', /derivative sign stands alone/],
    ['sin^2^2(x)', /two exponents/],
    ['Σ_i x', /sum sign is not read here/],
    // Values nothing can be made of.
    ['9^9^9^9', /no finite real value/],
    ['x + 1/0', /no finite real value/],
    ['sqrt(-1) x', /no finite real value/],
    ['0x10', /base ten/],
    ['5!', /“!” has no meaning/],
  ])('%s is refused with a reason', (text, why) => {
    expect(meaning(text)).toMatch(why);
  });

  test.each([
    'import("node:fs")',
    'cos.constructor("return process")()',
    '__proto__',
    'x.constructor',
    'createUnit("foo")',
    'f(x) := x',
    'x; y',
    '"x"',
    '`x`',
    '5 m/s',
    'ones(1e5,1e5)',
    '1:1e10',
    '\\def\\a{\\a\\a}\\a',
    '\\newcommand{\\x}{1}\\x',
    '\\href{javascript:alert(1)}{x}',
    '\\input{/etc/passwd}',
    '\\csname x\\endcsname',
    '\\begin{tabular}{c}x\\end{tabular}',
    'x % hidden',
    '\u0445 + 1',
  ])('%j is refused by its kind or name', (text) => {
    expect(meaning(text)).toMatch(/^unreadable/);
  });

  test.each([
    ['brackets', `${'('.repeat(10_000)}x${')'.repeat(10_000)}`],
    ['digits', '9'.repeat(100_000)],
    ['signs', `${'-'.repeat(400)}x`],
    ['a tower', `x${'^x'.repeat(200)}`],
    ['fractions', `${'\\frac{1}{'.repeat(60)}x${'}'.repeat(60)}`],
    ['slopes', `${"σ'(".repeat(35)}z${')'.repeat(35)}`],
    ['letters', 'xy'.repeat(200)],
    ['roots', `${'\\sqrt'.repeat(90)} x`],
    ['terms', `x${'+x'.repeat(249)}`],
  ])('%s without end are refused by size', (_, text) => {
    expect(meaning(text)).toMatch(/^unreadable/);
  });

  it('reads a decimal comma where the problem has one', () => {
    const tree = readFormula('0,5x', numbers, 'comma');
    expect(tree instanceof Unreadable ? tree.why : writeFormula(tree)).toBe('0.5*x');
    expect(meaning('0,5x')).toMatch(/“,” cannot stand here/);
  });

  it('knows every single letter where none is declared', () => {
    const open: Language = { kind: 'numbers' };
    expect(meaning('ab + e^x', open)).toBe('a*b + e^x');
    expect(meaning('σ(z) + γ_1', open)).toBe('sigmoid(z) + gamma_1');
  });
});

const matrices: Language = {
  kind: 'matrices',
  symbols: readSymbols(
    {
      W: { shape: [2, 3] },
      W_2: { shape: [2, 2], aliases: ['W^{(2)}'] },
      delta: { shape: [2] },
      z: { shape: [2] },
      a: {},
    },
    'matrices',
  ),
};

test.each([
  ['W^T δ', 'W^T*delta'],
  ['W^Tδ', 'W^T*delta'],
  ['W^\\top \\delta', 'W^T*delta'],
  ["W'δ", 'W^T*delta'],
  ['W.T @ δ', 'W^T*delta'],
  ['W^{(2)T}δ', 'W_2^T*delta'],
  ['\\left(\\mathbf{W}^{(2)}\\right)^{\\top} \\delta', 'W_2^T*delta'],
  ["σ'(z) ⊙ W_2 δ", "((sigmoid'(z)) ⊙ (W_2*delta))"],
  ['diag(z) W^{-1}', 'diag(z)*W^{-1}'],
  ['‖z‖²', '‖z‖^2'],
  ['\\|z\\|_2^2', '‖z‖^2'],
  ['[[a, 1], [0, 2a]]', '[[a, 1], [0, 2*a]]'],
  ['[a, 1; 0, 2a]', '[[a, 1], [0, 2*a]]'],
  ['\\begin{bmatrix} a & 1 \\\\ 0 & 2a \\end{bmatrix}', '[[a, 1], [0, 2*a]]'],
])('among matrices %s is %s', (text, expected) => {
  expect(meaning(text, matrices)).toBe(expected);
});

const entries: Language = {
  kind: 'entries',
  indices: ['i', 'j', 'm', 'n', 'k1', 'k2'],
  symbols: readSymbols(
    {
      D: { shape: [3, 3, 2], indices: ['i', 'j', 'm'], aliases: ['∂J/∂Z'] },
      X: { shape: [5, 5, 2] },
      x: { shape: [7] },
      alpha: { shape: [5] },
      H: { size: 5 },
    },
    'entries',
    ['i', 'j', 'm'],
  ),
};

test.each([
  ['Σ_{i,j} D[i,j,m] X[i+k1,j+k2,n]', 'Σ_{i,j} D[i, j, m]*X[i + k1, j + k2, n]'],
  [
    '\\sum_i\\sum_j \\frac{\\partial J}{\\partial Z[i,j,m]} X[i+k_1,j+k_2,n]',
    'Σ_{i,j} D[i, j, m]*X[i + k1, j + k2, n]',
  ],
  [
    '\\sum_{i,j} \\frac{\\partial J}{\\partial Z}_{ijm} X_{i+k_1,j+k_2,n}',
    'Σ_{i,j} D[i, j, m]*X[i + k1, j + k2, n]',
  ],
  ['∑_{i=1}^H α_i x_{i+j−1}', 'Σ_{i=1}^{H} alpha[i]*x[i + j - 1]'],
  ['sum_{0≤i<H} α[i] x[i+j]', 'Σ_{i=0}^{H - 1} alpha[i]*x[i + j]'],
  ['Σ_i α_i + 1', '(Σ_{i} alpha[i]) + 1'],
  ['D(1−D)', 'D[i, j, m]*(1 - D[i, j, m])'],
  ['X[i][j][n]', 'X[i, j, n]'],
  ['Σ_i X', 'unreadable: X has no indices. Write X[…] with 3 of them'],
  ['X[i,j]', 'unreadable: X has 3 indices, you wrote 2'],
  ['Σ α_i', 'Σ_{i} alpha[i]'],
  ['Σ α_t x_{t+i}', 'Σ_{t,i} alpha[t]*x[t + i]'],
  ['sum(alpha)', 'Σ_{k} alpha[k]'],
  ["Σ_{i'} α_{i'}", "Σ_{i'} alpha[i']"],
  ['Σ_(i=1)^H α_i', 'Σ_{i=1}^{H} alpha[i]'],
  ['Σ D X', 'unreadable: a sum says nothing of what it runs over. Write Σ_{i,j} or Σ_{i=0}^{n}'],
  ['Σ 2', 'unreadable: a sum says nothing of what it runs over. Write Σ_{i,j} or Σ_{i=0}^{n}'],
  [
    'α_1 + … + α_5',
    'unreadable: the dots leave open which terms there are. Write a sum with its range, such as Σ_{i=1}^{m}',
  ],
  ['Σ_{i=0} α_i', 'unreadable: a sum has a lower end only. Write both ends, or none'],
  ['Σ_{x} α_x', 'unreadable: x has a meaning of its own and cannot be summed over'],
])('among entries %s is %s', (text, expected) => {
  expect(meaning(text, entries)).toBe(expected);
});

test('a sum without a range leaves the indices of the asked tensor alone', () => {
  expect(meaning('Σ D_{i,j,m} X_{i+k1,j+k2,n}', { ...entries, places: ['k1', 'k2', 'n', 'm'] })).toBe(
    'Σ_{i,j} D[i, j, m]*X[i + k1, j + k2, n]',
  );
});
