import { parseFormula } from '../../notation/formula/read-formula.js';
import { readSymbols, type SymbolSpecs } from '../../notation/formula/symbol-specs.js';
import type { Form } from '../../notation/formula/forms.js';
import type { Example } from '../answer-type.js';
import type { Formula } from './expression.js';

const key = (formula: string, specs: SymbolSpecs, form?: Form): Formula => {
  const symbols = readSymbols(specs);
  return { formula: parseFormula(formula, { kind: 'numbers', symbols }), symbols, ...(form && { form }) };
};

const unit = { from: 0, to: 1 };
const anySymbols = { a: {}, b: {}, x: {}, y: {} };

export const expressionExamples = (): readonly Example<Formula>[] => [
  {
    key: key('dU * U * (1 - U)', {
      Z: { aliases: ['z'] },
      U: { is: 'sigma(Z)', ...unit, aliases: ['u'] },
      dU: { aliases: ['∂J/∂U'], latex: '\\frac{\\partial J}{\\partial U}' },
    }),
    accepts: [
      'dU U (1-U)',
      '∂J/∂U · U · (1 − U)',
      'dU*(U - U^2)',
      '\\frac{\\partial J}{\\partial U} \\sigma(Z)(1-\\sigma(Z))',
      '$\\frac{\\partial J}{\\partial U}\\cdot U\\left(1-U\\right)$',
      "dJ/dU σ'(z)",
      'dU e^{-Z}/(1+e^{-Z})^2',
      'dU \\frac{e^{-z}}{(1+e^{-z})^2}',
      'dZ = dU U (1-U)',
      '∂J/∂Z = ∂J/∂U · σ(Z)(1−σ(Z)) = ∂J/∂U · U(1−U)',
      'u(1-u)dU',
    ],
    rejects: ['dU', 'dU U', 'dU*(1 - U)', 'U(1-U)', '-dU U (1-U)', 'dU*σ(U)*(1-σ(U))', 'dU U (1+U)', '0'],
    unreadable: [
      'dU U (1-U',
      'dU * ',
      'multiply by the derivative',
      'dU U (1-U) or dU',
      'dU = U',
      'f(Z) = dU',
      'dU Y',
      '1/2U dU',
      'dU = U = Z',
      'dX = dU = U',
      '\\frac{\\partial L}{\\partial U}',
    ],
  },
  {
    key: key('x_2^2 * exp(x_1 - 1)', { x_1: {}, x_2: {} }),
    accepts: ['x2^2 e^(x1-1)', 'x_{2}^{2}e^{x_1-1}', 'x₂² e^{x₁−1}', 'exp(x1) x2^2 / e', 'x2**2*exp(x1-1)'],
    rejects: ['x2 e^(x1-1)', 'x_1^2 e^(x2-1)', 'x2^2 e^(x1+1)', '(x2 e^(x1-1))^2', 'x2^2 exp(1 - x1)'],
    unreadable: ['x^2', 'x2^2 e^2x1', 'x3', 'x2² e^(x1−1) !'],
  },
  {
    key: key('(a + b)^2', anySymbols),
    accepts: ['a^2 + 2ab + b^2', '(b+a)(a+b)', 'a² + b² + 2ab', '(a-b)^2 + 4ab'],
    rejects: ['a^2 + b^2', 'a + b', '(a+b)^2 + 0.000001', 'a^2 + 2ab - b^2'],
  },
  {
    key: key('sqrt(x^2)', anySymbols),
    accepts: ['|x|', 'abs(x)', '\\left|x\\right|', '\\lvert x\\rvert', 'max(x, -x)', 'x sgn(x)'],
    rejects: ['x', '-x'],
  },
  {
    key: key('a*x + b*x', anySymbols, { kind: 'factored' }),
    accepts: ['(a+b)x', 'x(b+a)', '-x(-a-b)'],
    rejects: ['ax + bx', 'a x + (b) x'],
  },
  {
    key: key('(a + b)*x', anySymbols, { kind: 'expanded' }),
    accepts: ['ax + bx', 'xb + xa'],
    rejects: ['(a+b)x', 'x(a+b)'],
  },
  {
    key: key('2^10/4', {}, { kind: 'as-a-number' }),
    accepts: ['256', '2^8', '512/2'],
    rejects: ['255', '-256'],
    unreadable: ['x', '9^9^9^9 x', '1:1e10'],
  },
];
