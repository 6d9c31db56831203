/** Givens as an instructor writes them, by name; tests and `families` use them. */
export const samples = {
  'two-channels': {
    x: [
      [1, 2, 0, -1],
      [3, 1, 1, 2],
    ],
    w: [
      [
        [1, 0, 2],
        [-1, 1, 3],
      ],
      [
        [2, 1, 0],
        [0, -2, 1],
      ],
    ],
    kernelLayout: 'in-out',
    origin: 1,
    dy: [
      [1, -2],
      [3, 0.5],
    ],
  },
  'one-channel': {
    x: [2, -1, 0, 3, 1],
    w: [1, 2, -1],
    b: 0.5,
    origin: 1,
    dy: [1, 0, -2],
  },
  'position-major': {
    x: [
      [1, 2],
      [0, -1],
      [3, 1],
      [2, 0],
      [1, 1],
    ],
    w: [
      [
        [1, 0, 2],
        [2, -1, 1],
      ],
      [
        [0, 1, 1],
        [-1, 2, 3],
      ],
    ],
    b: [1, 0, -2],
    layout: 'channels-last',
    flattening: 'position-major',
    padding: 1,
    dy: [
      [1, 0, 2],
      [-1, 1, 0],
      [2, 1, 1],
      [0, 3, -1],
      [1, 0, 0],
      [0, 1, 2],
    ],
  },
  'strided-batch': {
    x: [[[1, 0, 2, -1, 3, 1]], [[2, 1, 1, 0, -2, 4]]],
    w: [[[1, -1, 2]], [[0, 3, 1]]],
    b: [0, 1],
    stride: 2,
    padding: 1,
    dy: [
      [
        [1, 2, 0],
        [-1, 0, 1],
      ],
      [
        [0, 1, 1],
        [2, 1, -1],
      ],
    ],
  },
  'same-size': {
    x: [1, 3, -2, 0, 2, 1],
    w: [1, 0, -1],
    padding: 'same',
    operation: 'convolution',
    dy: [1, 2, 0, -1, 1, 3],
  },
  'dilated-groups': {
    x: [
      [1, 0, 2, 1, -1, 3],
      [2, 1, 0, -2, 1, 1],
    ],
    w: [[[1, -1]], [[2, 1]]],
    groups: 2,
    dilation: 2,
    dy: [
      [1, 0, 2, -1],
      [0, 1, 1, 3],
    ],
  },
} as const;
