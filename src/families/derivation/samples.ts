/** A convolutional layer's gradients as sums over entries. */
const convolution = {
  symbols: {
    X: { shape: [5, 4, 2] },
    W: { shape: [3, 2, 2, 3] },
    Z: { shape: [3, 3, 3], indices: ['i', 'j', 'm'] },
    U: { shape: [3, 3, 3], indices: ['i', 'j', 'm'], is: 'sigma(Z)' },
    dU: {
      shape: [3, 3, 3],
      indices: ['i', 'j', 'm'],
      aliases: ['∂J/∂U'],
      latex: '\\frac{\\partial J}{\\partial U}',
    },
    dZ: {
      shape: [3, 3, 3],
      indices: ['i', 'j', 'm'],
      aliases: ['∂J/∂Z'],
      latex: '\\frac{\\partial J}{\\partial Z}',
    },
  },
  steps: {
    dZ: {
      type: 'indexed-sum',
      formula: 'dU[i,j,m] U[i,j,m] (1 - U[i,j,m])',
      indices: { i: 3, j: 3, m: 3 },
      slips: {
        'dropped-activation-slope': {
          formula: 'dU[i,j,m]',
          hint: 'You passed the gradient on unchanged; multiply it by the slope of the sigmoid.',
        },
      },
    },
    dW: {
      type: 'indexed-sum',
      formula: 'Σ_{i,j} dZ[i,j,m] X[i+k1, j+k2, n]',
      indices: { k1: 3, k2: 2, n: 2, m: 3 },
      slips: {
        'forgot-the-sum': {
          formula: 'dZ[i,j,m] X[i+k1, j+k2, n]',
          hint: 'You wrote one term; a weight meets every position, so sum over $i$ and $j$.',
        },
      },
    },
  },
};

/** A gradient in matrix form. */
const matrices = {
  symbols: {
    W: { shape: [2, 3] },
    y: { shape: [2], aliases: ['ŷ'] },
    t: { shape: [2] },
    z: { shape: [3] },
  },
  steps: {
    gradient: {
      type: 'matrix-expression',
      formula: "2*W^T*(y - t) ⊙ ReLU'(z)",
      because: "W^\\top \\frac{\\partial L}{\\partial y} \\odot \\operatorname{ReLU}'(z)",
      slips: {
        'dropped-activation-slope': {
          formula: '2*((y - t)^T*W)^T',
          hint: 'You left out the slope of the ReLU; it is 0 where $z \\le 0$.',
        },
      },
    },
  },
};

/** Formulas of numbers, with letters that others define and a required form. */
const neuron = {
  symbols: { x: {}, w: {}, b: {}, t: {}, a: 'sigma(w*x + b)' },
  steps: {
    dw: {
      formula: '(a - t)*a*(1 - a)*x',
      slips: {
        'opposite-sign': {
          formula: '(t - a)*a*(1 - a)*x',
          hint: 'You exchanged $a$ and $t$; the derivative of $(a-t)^2/2$ is $a-t$.',
        },
      },
    },
    square: { formula: 'w^2*x^2 + 2*b*w*x + b^2', form: 'expanded' },
    jacobian: {
      type: 'expression-matrix',
      formula: '[[2*w, 2*b], [x, 1]]',
      slips: {
        'exchanged-rows-and-columns': {
          formula: '[[2*w, x], [2*b, 1]]',
          hint: 'You exchanged rows and columns.',
        },
      },
    },
  },
};

export const samples = { convolution, matrices, neuron };
