import type { Example, KeyText } from '../answer-type.js';
import type { IndexedFormula } from './indexed-sum.js';

/** Set by the type itself, which alone knows how a key is read. */
export type KeyReader = (key: KeyText) => IndexedFormula;

const layer = {
  X: { shape: [5, 4, 2] },
  W: { shape: [3, 2, 2, 3] },
  Z: { shape: [3, 3, 3], indices: ['i', 'j', 'm'] },
  U: { shape: [3, 3, 3], indices: ['i', 'j', 'm'], is: 'sigma(Z)' },
  dU: { shape: [3, 3, 3], indices: ['i', 'j', 'm'], aliases: ['∂J/∂U'] },
  dZ: { shape: [3, 3, 3], indices: ['i', 'j', 'm'], aliases: ['∂J/∂Z'] },
};

export const indexedSumExamples = (keyFrom: KeyReader): readonly Example<IndexedFormula>[] => [
  {
    key: keyFrom({
      formula: 'Σ_{i,j} dZ[i,j,m] X[i+k1, j+k2, n]',
      symbols: layer,
      indices: { k1: 3, k2: 2, n: 2, m: 3 },
    }),
    accepts: [
      'Σ_{i,j} dZ[i,j,m] X[i+k1,j+k2,n]',
      'sum_i sum_j X[i+k_1, j+k_2, n] * ∂J/∂Z[i,j,m]',
      '\\sum_i \\sum_j \\frac{\\partial J}{\\partial Z[i,j,m]} X[i+k_1, j+k_2, n]',
      '∂J/∂W[k1,k2,n,m] = Σ_{i=0}^{2} Σ_{j=0}^{2} ∂J/∂Z_{i,j,m} X_{i+k1,j+k2,n}',
      '$\\sum_{a,b} \\frac{\\partial J}{\\partial Z}[a-k_1, b-k_2, m]\\, X[a, b, n]$',
      'Σ_{p,q} X[p+k1,q+k2,n] dZ[p,q,m]',
    ],
    rejects: [
      'dZ[i,j,m] X[i+k1,j+k2,n]',
      'Σ_i dZ[i,j,m] X[i+k1,j+k2,n]',
      'Σ_{i,j} dZ[i,j,m] X[i-k1,j-k2,n]',
      'Σ_{i,j} dZ[i,j,m] X[i,j,n]',
      'Σ_{i,j,m} dZ[i,j,m] X[i+k1,j+k2,n]',
      '-Σ_{i,j} dZ[i,j,m] X[i+k1,j+k2,n]',
      'Σ_{i,j} dU[i,j,m] X[i+k1,j+k2,n]',
      'Σ_{i=1}^{2} Σ_{j} dZ[i,j,m] X[i+k1,j+k2,n]',
    ],
    unreadable: [
      'Σ dZ X',
      'Σ_{i,j} dZ[i,j] X[i+k1,j+k2,n]',
      'Σ_{i,j} dY[i,j,m] X[i+k1,j+k2,n]',
      'convolve X with dZ',
      'Σ_{i=0} dZ[i,0,m]',
    ],
  },
  {
    key: keyFrom({
      formula: 'dU[i,j,m] U[i,j,m] (1 - U[i,j,m])',
      symbols: layer,
      indices: { i: 3, j: 3, m: 3 },
      asked: 'dZ',
    }),
    accepts: [
      'dU[i,j,m] U[i,j,m] (1 - U[i,j,m])',
      'dU ⊙ U ⊙ (1 − U)',
      '\\frac{\\partial J}{\\partial U[i,j,m]} \\sigma(Z[i,j,m])\\left(1-\\sigma(Z[i,j,m])\\right)',
      '∂J/∂Z[i,j,m] = ∂J/∂U[i,j,m] · U[i,j,m](1−U[i,j,m])',
      "∂J/∂U_{ijm} σ'(Z_{ijm})",
      'dU[i,j,m] e^{-Z[i,j,m]}/(1+e^{-Z[i,j,m]})^2',
    ],
    rejects: ['dU[i,j,m]', 'dU[i,j,m] U[i,j,m]', 'dU[j,i,m] U[i,j,m] (1 - U[i,j,m])', 'Σ_m dU U (1-U)'],
    unreadable: ['dU[i,j] U (1-U)', 'U[i,j,m] = Z[i,j,m]'],
  },
  {
    key: keyFrom({
      formula: 'Σ_{i=1}^{m} α_i x_{i+j-1}',
      symbols: { x: { shape: [7] }, alpha: { shape: [5] }, m: { size: 5 } },
      indices: { j: 3 },
      origin: 1,
      outside: 'error',
    }),
    accepts: [
      'Σ_{i=1}^m α_i x_{i+j-1}',
      '\\sum_{i=1}^{m} \\alpha_i x_{i+j-1}',
      '∂L/∂k_j = Σ_{i=1}^m α_i ∂z_i/∂k_j = Σ_{i=1}^m α_i x_{i+j-1}',
      'Σ_i α_i x_{j+i-1}',
      '\\sum_{t=j}^{j+m-1} \\alpha_{t-j+1} x_t',
      'Σ α_i x_{i+j-1}',
      'Σ α_t x_{t+j-1}',
      'Σ_t α_{t-j+1} x_t',
      'Σ_i α_{i+1} x_{i+j}',
    ],
    rejects: [
      'Σ_i α_i x_{i+j}',
      'Σ_i α_i x_{i-j+1}',
      'α_i x_{i+j-1}',
      'Σ_i α_i',
      'Σ_{i=0}^{m-1} α_i x_{i+j-1}',
    ],
    unreadable: ['Σ_i α_i ∂z_i/∂k_j', 'Σ α x_{i+j-1}', 'α_1 x_j + … + α_m x_{j+m-1}'],
  },
];
