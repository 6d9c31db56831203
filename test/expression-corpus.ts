import { edges } from './expression-corpus-edges.js';
import type { SymbolSpecs } from '../src/notation/formula/symbol-specs.js';

/** A formula of these courses with ways to write the same, and near misses that are not. */
export interface CorpusEntry {
  readonly of: string;
  readonly symbols?: SymbolSpecs;
  readonly same: readonly string[];
  readonly different: readonly string[];
}

const numbers = (names: string): SymbolSpecs =>
  Object.fromEntries(names.split(' ').map((name) => [name, {}]));
const share = { from: 0, to: 1 };
const positive = { from: 0 };

/** Activations and their slopes. */
const activations: readonly CorpusEntry[] = [
  {
    of: 'sigma(z)',
    same: [
      '1/(1+e^{-z})',
      '\\frac{1}{1+e^{-z}}',
      'e^z/(1+e^z)',
      '\\frac{e^{z}}{e^{z}+1}',
      '(1+tanh(z/2))/2',
      '1-σ(-z)',
    ],
    different: ['1/(1+e^z)', '1/(1-e^{-z})', 'e^{-z}/(1+e^z)', '(1+tanh(z))/2', 'σ(-z)', '1+σ(-z)'],
  },
  {
    of: "σ'(z)",
    same: [
      'σ(z)(1-σ(z))',
      '\\sigma(z)-\\sigma(z)^2',
      'e^{-z}/(1+e^{-z})^2',
      'σ(z)σ(-z)',
      '1/(2+e^z+e^{-z})',
      '(1-tanh^2(z/2))/4',
    ],
    different: [
      'σ(z)(1+σ(z))',
      'σ(z)',
      '1-σ(z)',
      'σ(z)(σ(z)-1)',
      'e^{-z}/(1+e^{-z})',
      'z(1-z)',
      '(1-tanh^2(z))/4',
    ],
  },
  {
    of: 'tanh(z)',
    same: [
      '2σ(2z)-1',
      '(e^z-e^{-z})/(e^z+e^{-z})',
      '\\frac{e^{2z}-1}{e^{2z}+1}',
      'sinh(z)/cosh(z)',
      '-tanh(-z)',
    ],
    different: ['2σ(z)-1', '(e^z+e^{-z})/(e^z-e^{-z})', '\\frac{e^{z}-1}{e^{z}+1}', '1-2σ(2z)', 'σ(2z)'],
  },
  {
    of: "tanh'(z)",
    same: [
      '1-tanh(z)^2',
      '1/cosh^2(z)',
      '(1-tanh z)(1+tanh z)',
      '4σ(2z)(1-σ(2z))',
      '\\frac{4}{(e^z+e^{-z})^2}',
    ],
    different: [
      '1-tanh(z)',
      '1-z^2',
      '1+tanh(z)^2',
      'tanh(z)(1-tanh(z))',
      '2/(e^z+e^{-z})^2',
      '(1-tanh z)^2',
    ],
  },
  {
    of: 'max(0, z)',
    same: [
      'ReLU(z)',
      '(z+|z|)/2',
      '\\max\\{z, 0\\}',
      'if(z > 0, z, 0)',
      'z*(z>0)',
      '\\begin{cases} z & z > 0 \\\\ 0 & \\text{otherwise}\\end{cases}',
    ],
    different: ['z', '|z|', 'min(0, z)', 'max(0, -z)', '(z-|z|)/2', 'if(z > 1, z, 0)', 'step(z)'],
  },
  {
    of: "ReLU'(z)",
    same: ['step(z)', 'if(z > 0, 1, 0)', '1[z>0]', '\\mathbb{1}_{z>0}', '(1+sgn(z))/2', 'ReLU(z)/z'],
    different: ['z*step(z)', 'ReLU(z)', '1', 'step(-z)', 'sgn(z)', 'if(z > 0, 0, 1)'],
  },
  {
    of: 'max(z/10, z)',
    same: [
      'if(z>0, z, 0.1z)',
      '0.1z + 0.9ReLU(z)',
      '(11z+9|z|)/20',
      'ReLU(z) - 0.1 ReLU(-z)',
      '\\max\\{0.1z, z\\}',
    ],
    different: ['if(z>0, z, -0.1z)', '0.1z + ReLU(z)', 'if(z>0, z, 0.01z)', 'ReLU(z)', 'max(z, -z/10)'],
  },
  {
    of: 'log(1+exp(x))',
    same: ['softplus(x)', '\\ln(1+e^x)', 'x + ln(1+e^{-x})', '-ln(σ(-x))', '-\\ln(1-\\sigma(x))'],
    different: ['ln(1)+x', 'ln(1+e^{-x})', '-ln(σ(x))', '1+x', 'log_2(1+e^x)', 'log10(1+e^x)'],
  },
  {
    of: 'x*sigma(x)',
    same: ['x/(1+e^{-x})', 'x - x σ(-x)', 'x e^x/(1+e^x)', 'x(1+tanh(x/2))/2'],
    different: ['x/(1+e^x)', 'σ(x)', 'x σ(-x)', 'x^2 σ(x)'],
  },
];

const pair = { y: {}, p: share, z: {}, t: {}, a: {}, w: {}, x: {}, b: {} };
/** Losses and their gradients. */
const losses: readonly CorpusEntry[] = [
  {
    of: '-(y*log(p) + (1-y)*log(1-p))',
    symbols: { y: {}, p: { ...share, aliases: ['ŷ'] } },
    same: [
      '-y ln p - (1-y) ln(1-p)',
      '-\\left(y\\ln \\hat{y} + (1-y)\\ln(1-\\hat{y})\\right)',
      '(y-1)ln(1-p) - y ln(p)',
      '-ln(1-p) - y ln(p/(1-p))',
      'y ln(1/p) + (1-y) ln(1/(1-p))',
    ],
    different: [
      'y ln p + (1-y) ln(1-p)',
      '-y ln p',
      '-y ln p - (1-y) ln(p)',
      '-(y log10(p) + (1-y) log10(1-p))',
      '-y ln(p) + (1-y) ln(1-p)',
      '-y log_2 p - (1-y) log_2(1-p)',
    ],
  },
  {
    of: '-y/p + (1-y)/(1-p)',
    symbols: { y: {}, p: share },
    same: [
      '(p-y)/(p(1-p))',
      '\\frac{p-y}{p(1-p)}',
      '\\frac{1-y}{1-p}-\\frac{y}{p}',
      '(p-y)/(p-p^2)',
      '-(y-p)/(p(1-p))',
    ],
    different: ['(y-p)/(p(1-p))', 'p-y', '-y/p', '-y/p - (1-y)/(1-p)', '(p-y)/(1-p)'],
  },
  {
    of: 'p - y',
    symbols: { z: {}, y: {}, p: { is: 'sigma(z)', aliases: ['ŷ'] } },
    same: [
      'ŷ - y',
      '\\sigma(z)-y',
      '-(y-p)',
      "(p-y)/(p(1-p)) σ'(z)",
      '1/(1+e^{-z}) - y',
      '\\frac{\\hat{y}-y}{\\hat{y}(1-\\hat{y})}\\hat{y}(1-\\hat{y})',
    ],
    different: ['y - p', '(p-y)p(1-p)', 'p', 'σ(p) - y', 'z - y', '-1/p', 'p - 2y'],
  },
  {
    of: '(y - t)^2/2',
    symbols: numbers('y t'),
    same: ['(t-y)^2/2', '½(y-t)²', '\\frac12 (y-t)^2', 'y^2/2 - y t + t^2/2', '0.5(y-t)**2', '|y-t|^2/2'],
    different: ['(y-t)^2', '(y^2-t^2)/2', '(y+t)^2/2', '-(y-t)^2/2', 'y^2/2 + t^2/2', '(y-t)/2'],
  },
  {
    of: '-2*(t - y)',
    symbols: numbers('y t'),
    same: ['2(y-t)', '2y - 2t', '-2t+2y', '\\left(y-t\\right)\\cdot 2', '(y-t)+(y-t)'],
    different: ['2(t-y)', '-(t-y)', '(y-t)^2', '-2t - 2y', '-2(t+y)', 'y-2t'],
  },
  {
    of: '(a - t)*a*(1 - a)*x',
    symbols: { ...numbers('t x'), a: { ...share } },
    same: ['x a (a-t)(1-a)', '(a-t)(a-a^2)x', '-(t-a)a(1-a)x', 'a x (a - t - a^2 + a t)', '(t-a)a(a-1)x'],
    different: ['(t-a)a(1-a)x', '(a-t)a x', '(a-t)(1-a)x', '(a-t)a(1-a)', '(a-t)a(1+a)x', '(a-t)(1-a^2)x'],
  },
  {
    of: '2*(sigma(w*x + b) - t)*sigma(w*x + b)*(1 - sigma(w*x + b))*x',
    symbols: pair,
    same: [
      "2(σ(wx+b)-t)σ'(wx+b)x",
      '2x(\\sigma(wx+b)-t)\\sigma(wx+b)\\left(1-\\sigma(wx+b)\\right)',
      '-2(t-σ(b+xw))σ(wx+b)σ(-wx-b)x',
      "2σ'(xw+b)(σ(xw+b)-t)x",
    ],
    different: [
      "2(σ(wx+b)-t)σ'(wx+b)",
      '2(σ(wx+b)-t)x',
      "2(σ(wx+b)-t)σ'(wx+b)w",
      "(σ(wx+b)-t)σ'(wx+b)x",
      "2(t-σ(wx+b))σ'(wx+b)x",
      "2(σ(wx+b)-t)σ'(wx)x",
    ],
  },
  {
    of: 'w - eta*g',
    symbols: { ...numbers('w g'), eta: { aliases: ['η'], from: 0 } },
    same: ['w - η g', '-(ηg - w)', 'w-g\\eta', 'w + η(-g)', 'w - \\eta \\cdot g'],
    different: ['w + η g', 'w - g', 'η g - w', 'w(1-η g)', 'w - η', '(w-η)g'],
  },
  {
    of: 'exp(x)/(exp(x) + exp(y))',
    symbols: numbers('x y'),
    same: ['σ(x-y)', '1/(1+e^{y-x})', '\\frac{e^x}{e^x+e^y}', '1-σ(y-x)', 'e^{x-y}/(e^{x-y}+1)'],
    different: ['σ(y-x)', 'e^x/e^(x+y)', 'x/(x+y)', '1/(1+e^{x-y})', 'e^x/(1+e^y)', 'σ(x)-σ(y)'],
  },
  {
    of: 'p*(1-p)',
    symbols: { p: share, q: { is: '1-p' } },
    same: ['p - p^2', 'pq', 'q(1-q)', '-p(p-1)', '1/4-(p-1/2)^2'],
    different: ['p(p-1)', 'p-p', '1-p^2', 'p^2-p', 'p(1-p^2)', 'q-p'],
  },
  {
    of: '-log(p)',
    symbols: { p: share },
    same: ['ln(1/p)', '-\\ln p', '\\ln\\frac{1}{p}', '-log_2(p) ln 2', '-log10(p)*ln(10)', 'ln(1) - ln(p)'],
    different: ['ln p', '1/ln p', '-log_2 p', '-log10(p)', '-p', '-ln(1-p)'],
  },
];

const jacobian = numbers('x_1 x_2 x_3');
/** Partial derivatives of the vector functions. */
const derivatives: readonly CorpusEntry[] = [
  {
    of: 'cos(pi*x_2)',
    symbols: jacobian,
    same: ['\\cos(\\pi x_2)', 'cos(πx₂)', 'sin(πx2 + π/2)', 'cos(-π x2)', '1-2sin^2(πx2/2)'],
    different: ['π cos(πx2)', 'cos(x2)', 'cos(πx2)/π', '-cos(πx2)', 'sin(πx2)', 'cos(3.14 x2)', 'cos(π x1)'],
  },
  {
    of: 'x_2^2*exp(x_1 - 1)',
    symbols: jacobian,
    same: ['x_2^2 e^{x_1-1}', 'x2² e^(x1−1)', 'e^{x1} x2 x2/e', '(x_2 e^{(x_1-1)/2})^2', 'exp(x1-1+2ln|x2|)'],
    different: [
      'x_2 e^{x_1-1}',
      '2x2 e^(x1-1)',
      'x_2^2 e^{x_1}-1',
      'x_2^2 e^{x_1+1}',
      '(x_2 e^{x_1-1})^2',
      'x_1^2 e^{x_2-1}',
    ],
  },
  {
    of: '2*x_2*exp(x_1 - 1)',
    symbols: jacobian,
    same: ['2e^{x_1-1}x_2', '2x₂e^{x₁−1}', '(x2+x2)e^(x1-1)', '\\frac{2x_2 e^{x_1}}{e}'],
    different: ['x_2 e^{x_1-1}', '2x_2^2 e^{x_1-1}', '2e^{x_1-1}', '2x_2(x_1-1)e^{x_1-2}', '2x_2 e^{1-x_1}'],
  },
  {
    of: '2*x_1',
    symbols: jacobian,
    same: ['x1+x1', '2x_{1}', 'x_1 \\cdot 2', '(x_1^2+x_1^2)/x_1', '4x1/2'],
    different: ['x_1', 'x_1^2', '2x_2', '2', '2x_1 + 0.000001', '-2x_1'],
  },
  {
    of: 'x_2*cos(x_1*x_2)',
    symbols: jacobian,
    same: ['cos(x1x2)x2', 'x_2\\cos(x_2 x_1)', 'x_2 sin(π/2 - x_1x_2)'],
    different: [
      'cos(x1x2)',
      'x1 cos(x1x2)',
      'x2 cos(x1) x2',
      '-x2 cos(x1x2)',
      'x2 cos(x1+x2)',
      'x2 sin(x1x2)',
    ],
  },
  {
    of: 'x_1/(x_1^2 + x_2^2)^(1/2)',
    symbols: jacobian,
    same: [
      '\\frac{x_1}{\\sqrt{x_1^2+x_2^2}}',
      'x1 (x1²+x2²)^(-1/2)',
      'x1√(x1^2+x2^2)/(x1^2+x2^2)',
      'x_1(x_2^2+x_1^2)^{-0.5}',
    ],
    different: [
      'x1/(x1+x2)',
      'x1/(x1^2+x2^2)',
      'x_2/\\sqrt{x_1^2+x_2^2}',
      '1/(2\\sqrt{x_1^2+x_2^2})',
      'x1/\\sqrt{x_1+x_2}',
    ],
  },
  {
    of: '-x_2/x_1^2',
    symbols: jacobian,
    same: ['-\\frac{x_2}{x_1^2}', '-x2 x1^{-2}', '-(x2/x1)/x1', 'x_2/(-x_1^2)', '-x2/x1/x1'],
    different: ['x2/x1^2', '-x2/x1', '-x_2^2/x_1', '-1/x1^2', '-x2/x1*x1', '-x2/(2x1)'],
  },
];

const layer = {
  H: { ...positive },
  k: { ...positive },
  p: { ...positive },
  s: { from: 1 },
  d: { ...positive },
  C: { ...positive },
  F: { ...positive },
  N: { ...positive },
};
/** Sizes and counts of layers. */
const sizes: readonly CorpusEntry[] = [
  {
    of: '(H + 2*p - k)/s + 1',
    symbols: layer,
    same: [
      '\\frac{H-k+2p}{s}+1',
      '(H+2p-k+s)/s',
      '1+(2p+H-k)/s',
      '(H-(k-1)+2p-1)/s + 1',
      'H/s + (2p-k)/s + 1',
    ],
    different: ['(H+p-k)/s+1', '(H+2p-k)/s', '(H+2p-k+1)/s', '(H+2p+k)/s+1', '(H-2p-k)/s+1', 'H+2p-k/s+1'],
  },
  {
    of: 'floor((H + 2*p - k)/s) + 1',
    symbols: layer,
    same: [
      '⌊(H+2p-k)/s⌋+1',
      '\\left\\lfloor\\frac{H+2p-k}{s}\\right\\rfloor+1',
      'floor((H+2p-k)/s+1)',
      '1 + \\lfloor (2p+H-k)/s \\rfloor',
    ],
    different: [
      '(H+2p-k)/s+1',
      'ceil((H+2p-k)/s)+1',
      'floor((H+2p-k)/s)',
      'floor((H+p-k)/s)+1',
      'floor(H+2p-k)/s+1',
    ],
  },
  {
    of: '(H - 1)*s - 2*p + d*(k - 1) + 1',
    symbols: layer,
    same: ['s(H-1)-2p+dk-d+1', 'Hs - s - 2p + d(k-1) + 1', '1+d(k-1)+(H-1)s-2p'],
    different: ['(H-1)s+2p+d(k-1)+1', '(H-1)s-2p+k', 'Hs-2p+d(k-1)+1', '(H-1)s-2p+dk+1', '(H-1)s-p+d(k-1)+1'],
  },
  {
    of: 'k^2*C*F + F',
    symbols: layer,
    same: ['F(k^2C+1)', '(k·k·C+1)F', 'k k C F + F', 'CFk² + F', 'F + F C k**2'],
    different: ['k^2CF', 'k^2CF+1', 'k^2CF+C', 'kCF+F', 'k^2F+F', '(k^2+1)CF', 'k^2C+F'],
  },
  {
    of: 'k^2*C*F*H^2',
    symbols: layer,
    same: ['(kH)^2CF', 'F C k k H H', 'CF(Hk)²', 'k^2H^2\\cdot C\\cdot F'],
    different: ['2k^2CFH^2', 'k^2CH^2', 'k^2FH^2', 'k^2CFH', '(k+H)^2CF', 'k^2CFH^2+F'],
  },
  {
    of: 'd*(k - 1) + 1',
    symbols: layer,
    same: ['dk - d + 1', 'k + (d-1)(k-1)', '1 - d(1-k)', '1+d(k-1)'],
    different: ['dk', 'd(k-1)', 'dk+1', 'k+d', 'd(k+1)-1', 'k+d(k-1)'],
  },
];

const norm = {
  z: {},
  m: { aliases: ['μ'] },
  v: { ...positive, aliases: ['σ²'] },
  g: { aliases: ['γ'] },
  b: { aliases: ['β'] },
  q: { ...positive, aliases: ['ε'] },
};
/** Batch normalisation. */
const normalisation: readonly CorpusEntry[] = [
  {
    of: 'g*(z - m)/sqrt(v + q) + b',
    symbols: { ...norm, v: { ...positive } },
    same: [
      '\\gamma\\frac{z-\\mu}{\\sqrt{v+\\varepsilon}}+\\beta',
      'γ(z-μ)(v+ε)^{-1/2}+β',
      'β + (γz - γμ)/√(v+ε)',
      'γ z/√(v+ε) + (β - γμ/√(v+ε))',
    ],
    different: [
      'β(z-μ)/√(v+ε)+γ',
      'γ(z-μ)/(√v+ε)+β',
      'γ(z-μ)/(v+ε)+β',
      'γ(z+μ)/√(v+ε)+β',
      'γ z/√(v+ε)+β',
      'γ((z-μ)/√(v+ε)+β)',
    ],
  },
  {
    of: '((x-(x+y)/2)^2 + (y-(x+y)/2)^2)/2',
    symbols: numbers('x y'),
    same: ['(x-y)^2/4', '(x^2+y^2)/2 - ((x+y)/2)^2', '\\frac{(x-y)^2}{4}', '((y-x)/2)²'],
    different: ['(x-y)^2/2', '(x+y)^2/4', '(x^2+y^2)/2', '|x-y|/2', '(x^2-y^2)/4'],
  },
  {
    of: '(1-a)*r + a*m',
    symbols: { a: share, r: {}, m: {} },
    same: ['r + a(m-r)', 'r - ar + am', 'a m + r(1-a)', 'm - (1-a)(m-r)'],
    different: ['ar + (1-a)m', 'r + a m', '(1-a)(r+m)', 'r + a(r-m)', '(r+m)/2'],
  },
];

const letters = numbers('a b c d x y');
/** Plain algebra, where most mistakes are made. */
const algebra: readonly CorpusEntry[] = [
  {
    of: '(a + b)^2',
    symbols: letters,
    same: ['a^2+2ab+b^2', '(a+b)(b+a)', 'a² + b² + 2ab', '(a-b)^2+4ab', '|a+b|^2'],
    different: ['a^2+b^2', 'a^2+ab+b^2', '(a-b)^2', 'a^2-2ab+b^2', '2a+2b', 'a^2+2ab+b'],
  },
  {
    of: 'x^2 + 1',
    symbols: letters,
    same: ['1+x·x', 'x**2 + 1', '(x-1)^2+2x', '(x+1)^2 - 2x', '(x^3+x)/x'],
    different: ['x^2+1.000001', '(x+1)^2', 'x^2-1', 'x^2', '2x+1', 'x^(2+1)'],
  },
  {
    of: 'sqrt(x^2)',
    symbols: letters,
    same: ['|x|', '\\left|x\\right|', 'max(x,-x)', 'x sgn(x)', '\\sqrt{x\\cdot x}'],
    different: ['x', '-x', 'x^2', 'ReLU(x)'],
  },
  {
    of: 'sqrt(x^2)',
    symbols: { x: positive },
    same: ['x', 'sqrt(x)^2', '|x|', 'exp(ln(x))'],
    different: ['-x', 'x^2', 'sqrt(x)', '1/x'],
  },
  {
    of: 'log(a*b)',
    symbols: { a: positive, b: positive },
    same: ['ln a + ln b', '\\ln(a)+\\ln(b)', 'ln(b a)', 'ln(a^2b^2)/2', 'log_2(ab) ln(2)'],
    different: ['ln(a)ln(b)', 'ln(a+b)', 'log_2(ab)', 'log10(ab)', 'ln(a) + b', 'ln(a)-ln(b)'],
  },
  {
    of: 'log(a/b)',
    symbols: { a: positive, b: positive },
    same: ['ln a - ln b', '-ln(b/a)', '\\ln\\frac{a}{b}', 'ln(a) + ln(1/b)'],
    different: ['ln(a)/ln(b)', 'ln(b/a)', 'ln(a-b)', 'ln(a) - b', 'ln(a)+ln(b)'],
  },
  {
    of: 'a*(b + c)',
    symbols: letters,
    same: ['ab+ac', 'a(c+b)', '(b+c)a', 'ca + ba', 'a[b+c]'],
    different: ['ab+c', 'a+b+c', 'abc', 'ab·ac', 'a(b-c)', 'b(a+c)'],
  },
  {
    of: 'a/b/c',
    symbols: letters,
    same: ['a/(bc)', '\\frac{a}{bc}', '\\frac{a/b}{c}', '(1/b)(a/c)', 'a b^{-1} c^{-1}'],
    different: ['a/(b/c)', 'ac/b', 'a/b*c', '\\frac{ab}{c}', 'a/(b+c)', 'b/(a c)'],
  },
  {
    of: '(x^2 - 1)/(x - 1)',
    symbols: letters,
    same: ['x+1', '1+x', '((x+1)(x-1))/(x-1)', '(x^3-x)/(x(x-1))'],
    different: ['x-1', 'x', 'x^2+1', '(x+1)^2', 'x+1.000001', '(x^2+1)/(x+1)'],
  },
  {
    of: 'a^b*a^c',
    symbols: { a: positive, b: {}, c: {} },
    same: ['a^(b+c)', 'a^{c+b}', 'e^{(b+c)ln(a)}', 'a^b a^c'],
    different: ['a^(bc)', 'a^b+a^c', '(2a)^(b+c)', 'a^{b-c}', '(a a)^{b+c}'],
  },
  {
    of: '1/a + 1/b',
    symbols: letters,
    same: ['(a+b)/(ab)', '\\frac{a+b}{ab}', 'a^{-1}+b^{-1}', '\\frac1a + \\frac1b'],
    different: ['1/(a+b)', '2/(a+b)', 'a+b', '(a+b)/(a-b)', '1/(ab)', '1/a - 1/b'],
  },
  {
    of: 'sin(x)^2 + cos(x)^2',
    symbols: letters,
    same: ['1', 'sin²(x)+cos²(x)', '\\sin^2 x+\\cos^2 x', 'x/x', 'e^0'],
    different: ['0', '2', 'sin(x)+cos(x)', 'sin(x^2)+cos(x^2)', 'sin(x)^2-cos(x)^2', '1.000001'],
  },
  {
    of: 'sin(2*x)',
    symbols: letters,
    same: ['2 sin x cos x', '2\\sin(x)\\cos(x)', 'cos(π/2-2x)', '-sin(-2x)'],
    different: ['2 sin x', 'sin(x)cos(x)', 'sin^2(x)', 'cos(2x)', '2sin(x)+cos(x)', 'sin(2.00001x)'],
  },
  {
    of: 'exp(x + y)',
    symbols: letters,
    same: ['e^x e^y', 'e^{y+x}', '\\exp(x)\\exp(y)', 'exp(x)/exp(-y)'],
    different: ['e^x+e^y', 'e^{xy}', 'e^x y', '(e^x)^y', 'e^{x-y}'],
  },
  {
    of: '(a - b)*(a + b)',
    symbols: letters,
    same: ['a^2-b^2', 'a² − b²', '-(b-a)(b+a)', 'a*a - b*b', '(a+b)a-(a+b)b'],
    different: ['(a-b)^2', 'a^2+b^2', 'b^2-a^2', 'a^2-2ab-b^2', '(a-b)(a-b)', '2a-2b'],
  },
  {
    of: '-(a - b)',
    symbols: letters,
    same: ['b-a', '-a+b', '(-1)(a-b)', '−a − (−b)', 'b + (-a)'],
    different: ['-a-b', 'a-b', 'a+b', '-(a+b)', '-ab', '|a-b|'],
  },
  {
    of: 'x^(1/3)',
    symbols: { x: positive },
    same: ['\\sqrt[3]{x}', 'e^{ln(x)/3}', 'x^{2/3}/x^{1/3}', '(x^2)^{1/6}'],
    different: ['x/3', 'x^0.333333', 'sqrt(x)', 'x^3', 'x^(2/3)', '1/x^3'],
  },
  {
    of: 'a*b + c*d',
    symbols: letters,
    same: ['ba + dc', 'cd+ab', 'a·b + c·d', 'a b + c d', '\\left(ab\\right)+\\left(cd\\right)'],
    different: ['ac+bd', 'a(b+c)d', '(a+c)(b+d)', 'abcd', 'ab-cd', 'ad+bc'],
  },
  {
    of: 'w_1_11*x_1 + w_2_11*x_2',
    symbols: { w_1_11: {}, w_2_11: {}, x_1: {}, x_2: {} },
    same: [
      'w_1^{11}x_1+w_2^{11}x_2',
      'x₁w₁¹¹ + x₂w₂¹¹',
      'w_{2}^{11} x_2 + w_{1}^{11} x_{1}',
      'x_1 w_1^{11} + w_2^{11} x2',
    ],
    different: [
      'w_2^{11}x_1+w_1^{11}x_2',
      'w_1^{11}x_1',
      'w_1^{11}x_1-w_2^{11}x_2',
      '(w_1^{11}+w_2^{11})(x_1+x_2)',
      'w_1^{11}x_1+x_2',
    ],
  },
  {
    of: 'dU*U*(1 - U)',
    symbols: { Z: {}, U: { is: 'sigma(Z)' }, dU: { aliases: ['∂J/∂U'] } },
    same: [
      '\\frac{\\partial J}{\\partial U}U(1-U)',
      "∂J/∂U σ'(Z)",
      'dU(U-U²)',
      'dJ/dU · σ(Z)·σ(−Z)',
      'dU e^{-Z} U^2',
    ],
    different: ['∂J/∂U', '∂J/∂U U', '∂J/∂U (1-U)', 'U(1-U)', 'dU U(U-1)', "dU σ'(U)", 'dU Z(1-Z)'],
  },
  {
    of: '2^10/4',
    same: ['256', '2^8', '16^2', '4^4', '1024/4', '0.5·512'],
    different: ['255', '2^9', '256.0001', '2·10/4', '-256', '16·2'],
  },
];

/** One meaning in the many hands of a class. */
const handwriting: readonly CorpusEntry[] = [
  {
    of: 'x_1*x_2 + y_1',
    symbols: numbers('x_1 x_2 y_1'),
    same: [
      'x1x2+y1',
      'x₁x₂ + y₁',
      'x_{1}x_{2}+y_{1}',
      'x1 * x2 + y1',
      'x1·x2+y1',
      'x_1 \\times x_2 + y_1',
      '(x1)(x2)+(y1)',
      'y1 + x2 x1',
      '{x_1}{x_2}+{y_1}',
    ],
    different: ['x_1+x_2 y_1', 'x_1x_2y_1', 'x_1 x_2 - y_1'],
  },
  {
    of: 'alpha*x - beta*y',
    symbols: numbers('alpha beta x y'),
    same: [
      'αx − βy',
      '\\alpha x-\\beta y',
      'α·x-β·y',
      '\\alpha\\, x - \\beta\\, y',
      'alpha x - beta y',
      '-βy+αx',
      'αx+(-β)y',
      '\\mathrm{alpha}\\,x - \\beta y',
      'αx–βy',
    ],
    different: ['αy − βx', 'αx + βy', 'α(x − βy)'],
  },
  {
    of: '(x + 1)/2',
    symbols: letters,
    same: [
      '\\frac{x+1}{2}',
      '\\dfrac{x+1}{2}',
      '½(x+1)',
      '0.5(x+1)',
      'x/2 + 1/2',
      '(x+1)÷2',
      '\\tfrac12 (x+1)',
      '.5x+.5',
      '(1+x)·2^{-1}',
      '\\frac{1}{2}\\left(x+1\\right)',
    ],
    different: ['x+1/2', 'x/2+1', '\\frac{x}{2}+1'],
  },
  {
    of: 'exp(-x^2/2)',
    symbols: letters,
    same: [
      'e^{-x^2/2}',
      'e^(-x²/2)',
      '\\exp\\left(-\\frac{x^2}{2}\\right)',
      'e^{-\\frac{1}{2}x^2}',
      '1/e^{x^2/2}',
      'exp(-½x²)',
      '\\frac{1}{\\sqrt{e^{x^2}}}',
      '(e^{-x^2})^{1/2}',
      'e**(-x**2/2)',
    ],
    different: ['e^{-x}/2', 'e^{x^2/2}', 'e^{-x^2}/2'],
  },
  {
    of: 'W*x + b',
    symbols: { W: { aliases: ['w'] }, x: { aliases: ['a'] }, b: {} },
    same: [
      'Wx+b',
      'wx + b',
      'wa+b',
      'b+Wx',
      '\\mathbf{W}\\mathbf{x}+\\mathbf{b}',
      'W \\cdot x + b',
      'xW+b',
      'W(x)+b',
      'b - (-W)x',
    ],
    different: ['W(x+b)', 'Wx', 'x + bW'],
  },
  {
    of: 'sqrt(x)/y',
    symbols: { x: positive, y: {} },
    same: [
      '\\frac{\\sqrt{x}}{y}',
      '√x/y',
      'x^{1/2}/y',
      'x^0.5 y^{-1}',
      '\\sqrt x / y',
      '(√x)/y',
      '\\frac{1}{y}\\sqrt{x}',
      '\\sqrt{\\frac{x}{y^2}}\\,\\mathrm{sgn}(y)',
      'exp(ln(x)/2)/y',
    ],
    different: ['\\sqrt{x/y}', 'x/√y', '√(x y)'],
  },
];

export const expressionCorpus: readonly CorpusEntry[] = [
  ...activations,
  ...losses,
  ...derivatives,
  ...sizes,
  ...normalisation,
  ...algebra,
  ...handwriting,
  ...edges,
];

export interface CorpusPair {
  readonly a: string;
  readonly b: string;
  readonly symbols: SymbolSpecs | undefined;
  readonly verdict: 'same' | 'different';
}

/** Every formula with each of its other writings and near misses. */
export const corpusPairs: readonly CorpusPair[] = expressionCorpus.flatMap(
  ({ of, symbols, same, different }) =>
    (['same', 'different'] as const).flatMap((verdict) =>
      (verdict === 'same' ? same : different).map((b) => ({ a: of, b, symbols, verdict })),
    ),
);
