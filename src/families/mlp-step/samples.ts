/** Givens as an instructor writes them, by name; tests and `families` use them. */
export const samples = {
  homework: {
    input: [0, 1],
    target: [1],
    layers: [
      {
        weights: [
          [2.5, 1],
          [-1.5, -3],
        ],
        bias: [1.5, 2],
        activation: 'sigmoid',
      },
      { weights: [[1, 0.5]], bias: [-1], activation: 'sigmoid' },
    ],
    loss: 'binary-cross-entropy',
    learningRate: 0.1,
  },
  'relu-regression': {
    input: [1, -2, 0.5],
    target: [0.5, -1],
    layers: [
      {
        weights: [
          [0.5, -1, 2],
          [1, 0.5, 0],
          [-1, 0.25, 3],
        ],
        bias: [0.25, 0, 1],
        activation: 'relu',
      },
      {
        weights: [
          [1, -0.5, 2],
          [0.75, 1.5, -1],
        ],
        bias: [0.1, -0.2],
      },
    ],
    loss: 'squared-error',
    reduction: 'sum',
    learningRate: 0.05,
  },
  'softmax-batch': {
    input: [
      [1, 0.5, -1, 2],
      [0, 1.5, 2, -0.5],
    ],
    target: [
      [1, 0, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 1, 0],
    ],
    layers: [
      {
        weights: [
          [0.6, -0.4],
          [0.2, 0.9],
        ],
        bias: [0.1, -0.3],
        activation: 'tanh',
      },
      {
        weights: [
          [1, -1],
          [0.5, 0.75],
          [-1.25, 0.5],
        ],
        bias: [0, 0.2, -0.1],
        activation: 'softmax',
      },
    ],
    loss: 'cross-entropy',
    learningRate: 0.5,
  },
  'two-sided': {
    input: [
      [0.5, -1],
      [1.5, 0.25],
      [-0.75, 2],
    ],
    layout: 'rows',
    target: [
      [1, 0],
      [0, 0],
      [0, 1],
    ],
    layers: [
      {
        weights: [
          [0.8, -0.3],
          [0.4, 1.1],
        ],
        bias: [0.2, -0.5],
        activation: 'leaky-relu',
        slope: 0.1,
      },
      {
        weights: [
          [0.7, -0.9],
          [-0.6, 1.2],
        ],
        bias: [0.3, 0.4],
        activation: 'sigmoid',
      },
    ],
    loss: 'binary-cross-entropy',
    reduction: 'mean',
    batchReduction: 'sum',
    logBase: 2,
    learningRate: 0.2,
  },
  deep: {
    input: [0.5, -1.5],
    target: [0.2, 0.7],
    layers: [
      {
        weights: [
          [1, 0.5],
          [-0.5, 0.8],
        ],
        bias: [0.1, 0.3],
        activation: 'tanh',
      },
      {
        weights: [
          [0.4, -1.2],
          [0.9, 0.6],
        ],
        activation: 'relu',
      },
      {
        weights: [
          [1.5, -0.7],
          [0.3, 0.8],
        ],
        bias: [-0.4, 0.2],
        activation: 'sigmoid',
      },
    ],
    loss: 'squared-error',
    reduction: 'half',
    learningRate: 1,
  },
  'gradients-only': {
    input: [2, -1],
    outputGradient: [1, -0.5, 0.25],
    layers: [
      {
        weights: [
          [1, 2],
          [0.5, -1],
        ],
        bias: [0, 0.5],
        activation: 'relu',
      },
      {
        weights: [
          [0.3, -0.2],
          [0.8, 0.4],
          [-0.6, 0.1],
        ],
        bias: [0.1, 0, -0.1],
        activation: 'softmax',
      },
    ],
    reluAtZero: 1,
  },
} as const;
