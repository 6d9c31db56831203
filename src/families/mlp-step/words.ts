import type { Layer, Network } from './network.js';

/** Answer type of the values of a layer: a vector for one example, a matrix for a batch. */
export const valuesType = ({ isBatch }: Network): 'matrix' | 'vector' => (isBatch ? 'matrix' : 'vector');

/** LaTeX of a symbol with its layer's number above. */
export const above = (symbol: string, { number }: Layer): string => `${symbol}^{(${number})}`;

export const gradientOf = (symbol: string): string => `\\frac{\\partial \\mathcal{L}}{\\partial ${symbol}}`;

const functions: Readonly<Record<Layer['activation'], string>> = {
  linear: '\\operatorname{id}',
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  relu: '\\operatorname{ReLU}',
  'leaky-relu': '\\operatorname{LeakyReLU}',
  softmax: '\\operatorname{softmax}',
};
export const functionOf = ({ activation }: Layer): string => functions[activation];

/** The logarithm of a base in LaTeX. */
export const logarithm = (base: 'e' | 2 | 10): string => (base === 'e' ? '\\ln' : `\\log_{${base}}`);

/** Product of a matrix with the values of a layer, in the order the problem's layout multiplies them. */
export const productOf = ({ isBatch, given }: Network, matrix: string, values: string): string =>
  isBatch && given.layout === 'rows' ? `${values} \\, {${matrix}}^\\top` : `${matrix} \\, ${values}`;
