/** Givens as an instructor writes them, by name; tests and `families` use them. */
export const samples = {
  homework: {
    z: [
      [12, 14, 14, 12],
      [0, 10, 10, 0],
      [-5, 5, 5, -5],
    ],
    gamma: [1, 1, 1],
    beta: [0, -10, 10],
    epsilon: 0,
  },
  'examples-in-rows': {
    z: [
      [1, 8],
      [3, 2],
      [8, -1],
    ],
    layout: ['N', 'C'],
    gamma: [2, 0.5],
    beta: [1, -3],
  },
  images: {
    z: [
      [
        [
          [1, 2],
          [4, 9],
        ],
        [
          [0, -3],
          [6, 1],
        ],
      ],
      [
        [
          [7, 5],
          [3, 1],
        ],
        [
          [2, 2],
          [-4, 8],
        ],
      ],
    ],
    gamma: [1.5, -1],
    beta: [0.5, 2],
  },
  'running-statistics': {
    z: [
      [2, 4, 9],
      [-1, 0, 4],
    ],
    runningMean: [1, 0.5],
    runningVariance: [1, 4],
    momentum: 0.1,
  },
  'channels-last': {
    z: [
      [
        [
          [1, 10],
          [2, 30],
        ],
        [
          [5, 20],
          [0, 60],
        ],
      ],
    ],
    layout: ['N', 'H', 'W', 'C'],
    beta: [0, 1],
    epsilon: 1e-3,
    runningMean: [0, 0],
    runningVariance: [1, 1],
    momentum: 0.9,
    momentumOf: 'old',
    runningVarianceOf: 'biased',
  },
  evaluation: {
    z: [
      [3, -1],
      [10, 14],
    ],
    mode: 'evaluation',
    runningMean: [1, 8],
    runningVariance: [4, 9],
    gamma: [2, 3],
    beta: [-1, 1],
    epsilon: 0,
  },
  'large-epsilon': {
    z: [
      [
        [1, 3, 5],
        [0, 0, 6],
      ],
      [
        [2, 8, 5],
        [3, 9, 6],
      ],
    ],
    gamma: [2, 4],
    epsilon: 1,
  },
  'one-unit': { z: [4, 8, 6, 2], gamma: [3], beta: [1], epsilon: 0 },
  'unbiased-variance': {
    z: [
      [1, 4, 7],
      [2, 2, 8],
    ],
    epsilon: 0,
    variance: 'unbiased',
    runningMean: [0, 0],
    runningVariance: [1, 1],
    runningVarianceOf: 'biased',
    momentum: 0.25,
  },
} as const;
