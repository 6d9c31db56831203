/** Givens as instructors write them; between them every kind of layer, convention and slip occurs. */
export const samples: Readonly<Record<string, unknown>> = {
  'encoder, decoder and classifier': {
    counting: 'iitkgp',
    networks: {
      net_E: {
        input: [3, 32, 32],
        layers: ['Conv2D 16c5w1s0p', 'MaxPool2D 2w2s', 'Conv2D 64c3w1s1p', 'MaxPool2D 2w2s'],
      },
      net_D: {
        input: 'net_E',
        layers: ['Conv2D 16c3w1s1p', 'MaxUnPool2D 2w2s', 'Conv2D 3c5w1s2p', 'MaxUnPool2D 2w2s'],
      },
      net_C: { input: 'net_E', layers: ['FC 160', 'FC 84', 'FC 10'] },
    },
  },
  'two losses on a fork': {
    counting: 'iitkgp',
    losses: { J1: { of: 'decoder' }, J2: { of: 'classifier' } },
    networks: {
      encoder: { input: [3, 9, 9], layers: ['Conv2D 4c2w1s0p', 'MaxPool2D 2w2s'] },
      decoder: { input: 'encoder', layers: ['Conv2D 2c3w1s1p', 'MaxUnPool2D 2w2s'] },
      classifier: { input: 'encoder.1', layers: ['FC 5'] },
    },
  },
  'two stages, channels last': {
    counting: 'macs',
    layout: 'channels-last',
    bias: false,
    losses: { J: { of: 'block', type: 'cross-entropy' } },
    networks: { block: { input: [64, 64, 128], layers: ['Conv2D 256c3w2s1p', 'Conv2D 512c3w1s1p'] } },
  },
  'one layer on a wide image': {
    layout: 'channels-last',
    batch: 32,
    networks: {
      net: { input: [48, 64, 10], layers: [{ conv: { filters: 20, kernel: 3, padding: 'valid' } }, 'ReLU'] },
    },
  },
  'groups, dilation and depthwise': {
    counting: { preset: 'macs+bias', paddedTaps: false },
    losses: { J: { of: 'net' } },
    networks: {
      net: {
        input: [8, 30, 21],
        layers: [
          { conv: { filters: 12, kernel: [5, 3], stride: 2, padding: [2, 1], dilation: 2, groups: 4 } },
          'DepthwiseConv2D 3w1s1p',
          'BatchNorm2D',
          'ReLU',
          { conv: { filters: 6, kernel: 1 } },
          'AvgPool2D 3w2s1p',
          'Flatten',
          'FC 5',
        ],
      },
    },
  },
  'up and down again, exact sizes': {
    rounding: 'exact',
    vectors: 'column',
    mode: 'training',
    losses: { J: { of: 'net' } },
    networks: {
      net: {
        input: [4, 15, 15],
        layers: [
          { 'transposed-conv': { filters: 2, kernel: 3, stride: 2, padding: 1, outputPadding: 1 } },
          'MaxPool2D 2w2s',
          { 'max-unpool': { kernel: 2, output: [31, 30], indicesFrom: 'net.2' } },
          'BatchNorm2D',
          'Tanh',
          { 'global-pool': { of: 'average', keep: false } },
          'FC 3',
          'Softmax',
        ],
      },
    },
  },
  'sizes rounded up': {
    rounding: 'ceil',
    counting: '2mac+convbias',
    networks: {
      net: {
        input: [3, 24, 27],
        layers: [
          'Conv2D 8c3w1s same',
          'MaxPool2D 3w2s',
          { 'max-pool': { kernel: 2, stride: 3, padding: 1 } },
          { 'avg-pool': { kernel: 2, padding: 'same' } },
          'AdaptiveAvgPool2D 3x2',
          'Dropout',
          'FC 10',
        ],
      },
    },
  },
  'pools that drop a row': {
    counting: '2mac',
    networks: {
      net: {
        input: [1, 28, 28],
        layers: [
          'Conv2D 6c5w1s2p',
          'MaxPool2D 3w2s',
          'Conv2D 16c5w1s0p',
          'MaxPool2D 2w2s',
          'Flatten',
          'FC 120',
        ],
      },
    },
  },
};
