import { expect, test } from 'vitest';
import { latexToText, plainProse } from './prose-text.js';

test.each([
  ['\\gamma \\cdot \\hat{z} + \\beta', 'γ· z\u0302+ β'],
  ['\\frac{1}{2}', '1/2'],
  ['\\begin{bmatrix} 1 & -1 \\\\ 2 & 3 \\end{bmatrix}', '[1, -1; 2, 3]'],
  ['16 \\times 28', '16 × 28'],
  ['\\text{E1\\_weight}', 'E1_weight'],
  ['\\hat\\mu', 'μ\u0302'],
  ['\\gamma\\hat z + \\beta', 'γ z\u0302 + β'],
  ['x_{1}^{2}', 'x_1^2'],
  ['\\frac{z-\\mu}{\\sqrt{\\sigma^2+\\epsilon}}', '(z-μ)/(√(σ^2+ε))'],
  ['\\frac{\\partial \\mathcal{L}}{\\partial W^{(2)}}', '(∂L)/(∂W^(2))'],
  ['x^{\\top} \\oplus (f \\circ g)', 'x^T⊕(f∘g)'],
  ['\\max\\{0, Z\\}', 'max{0,Z}'],
  ['\\lVert t - \\hat y \\rVert_2^2', '‖t-ŷ‖_2^2'.normalize('NFD')],
  ['\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}', '[1,2;3,4]'],
])('writes %s so that a terminal shows it', (latex, text) => {
  expect(latexToText(latex).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
});

test('writes Markdown without its marks', () => {
  expect(plainProse('**Not** right: see [the notes](https://example.org), $\\sigma^2$ and `x`.')).toBe(
    'Not right: see the notes (https://example.org), σ^2 and x.',
  );
});

test.each([
  ['only *valid* places', 'only valid places'],
  ['*one* and *two*', 'one and two'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['2*3*4', '2*3*4'],
])('takes the stars of emphasis alone from %s', (markdown, text) => {
  expect(plainProse(markdown)).toBe(text);
});

test('lets no escape sequence through', () => {
  expect(plainProse('\u001b[2J $\u001b[2J$')).not.toContain('\u001b');
});
