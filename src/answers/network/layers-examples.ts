import type { Architecture, Constraint } from '../../engine/layers/architecture.js';
import { readLayers } from '../../notation/layers/written-layers.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { Example } from '../answer-type.js';

const layersOf = (text: string): Architecture['layers'] => {
  const reading = readLayers(text);
  if (reading instanceof Unreadable) throw new Error(reading.why);
  return reading.layers;
};
const worthOne = (asked: Omit<Constraint, 'points'>): Constraint => ({ ...asked, points: 1 }) as Constraint;

const twoBlocks = (): Architecture => ({
  layers: layersOf(
    'Conv2D 16c3w1s1p\nReLU\nMaxPool2D 2w2s\nConv2D 32c3w1s1p\nReLU\nMaxPool2D 2w2s\nFC 64\nReLU\nFC 10',
  ),
  input: [3, 32, 32],
  classes: 10,
  constraints: [
    worthOne({ asks: 'fit' }),
    worthOne({ asks: 'keep-size' }),
    worthOne({ asks: 'max-pool-halves' }),
    { asks: 'blocks', of: 'conv', from: 2, to: 2, points: 1 },
    { asks: 'blocks', of: 'dense', from: 2, to: 2, points: 1 },
    { asks: 'outputs', count: 10, points: 1 },
  ],
});

const lenet = (): Architecture => ({
  layers: layersOf(
    'Conv2D 6c5w\nReLU\nMaxPool2D 2w\nConv2D 16c5w\nReLU\nMaxPool2D 2w\nFlatten\nFC 120\nReLU\nFC 84\nReLU\nFC 10',
  ),
  input: [3, 32, 32],
  classes: 10,
  constraints: [
    worthOne({ asks: 'fit' }),
    {
      asks: 'same',
      trait: 'layers',
      list: [
        'convolution',
        'max pooling',
        'convolution',
        'max pooling',
        ...new Array<string>(3).fill('fully connected'),
      ],
      points: 2,
    },
    { asks: 'same', trait: 'channels', list: ['6', '16'], points: 1 },
    { asks: 'kernel', size: 5, points: 1 },
    { asks: 'same', trait: 'sizes', list: ['28×28', '14×14', '10×10', '5×5'], points: 1 },
    { asks: 'same', trait: 'units', list: ['120', '84', '10'], points: 1 },
    { asks: 'activation', activation: 'relu', after: 'conv', points: 1 },
    { asks: 'activation', activation: 'relu', after: 'dense', points: 1 },
  ],
});

const inPytorch = `nn.Conv2d(3, 6, 5)
nn.ReLU()
nn.MaxPool2d(2, 2)
nn.Conv2d(6, 16, kernel_size=5)
nn.ReLU()
nn.MaxPool2d(2)
nn.Flatten()
nn.Linear(16 * 5 * 5, 120)
nn.ReLU()
nn.Linear(120, 84)
nn.ReLU()
nn.Linear(84, n_classes)`;

/** Keys are read from text, so they are made when asked for. */
export const layersExamples = (): readonly Example<Architecture>[] => [
  {
    key: twoBlocks(),
    accepts: [
      'conv 3x3, 8 filters, same padding, ReLU, 2x2 max pool, conv 5x5, 12, padding 2, ReLU, MaxPool 2, FC 100, ReLU, FC 10',
      // two convolutions a block
      'Conv2D 8c3w1s1p -> ReLU -> Conv2D 8c3w1s1p -> MaxPool2D 2w2s -> Conv2D 16c1w -> Conv2D 16c3w same -> max pooling → Flatten → Linear 50 → Dense 10',
      'Conv2D(32, (3, 3), padding="same", activation="relu")\nMaxPooling2D((2, 2))\nConv2D(64, 3, padding="same")\nBatchNormalization()\nMaxPooling2D()\nFlatten()\nDense(128, activation="relu")\nDropout(0.5)\nDense(10, activation="softmax")',
    ],
    rejects: [
      'FC 10',
      'Conv2D 16c3w1s1p\nMaxPool2D 2w\nConv2D 32c3w\nMaxPool2D 2w\nFC 64\nFC 10',
      'Conv2D 16c3w1s1p\nMaxPool2D 2w\nConv2D 32c3w2s1p\nFC 64\nFC 10',
      'Conv2D 16c3w1s1p\nAvgPool2D 2w\nConv2D 32c3w1s1p\nMaxPool2D 2w\nFC 64\nFC 10',
      'Conv2D 16c3w1s1p\nMaxPool2D 3w\nConv2D 32c3w1s1p\nMaxPool2D 2w\nFC 64\nFC 10',
      'Conv2D 16c3w1s1p\nMaxPool2D 2w\nConv2D 32c3w1s1p\nMaxPool2D 2w\nFC 10',
      'Conv2D 16c3w1s1p\nMaxPool2D 2w\nConv2D 32c3w1s1p\nMaxPool2D 2w\nFC 64\nFC 100',
      'nn.Conv2d(3, 16, 3, padding=1)\nnn.MaxPool2d(2)\nnn.Conv2d(16, 32, 3, padding=1)\nnn.MaxPool2d(2)\nnn.Flatten()\nnn.Linear(1024, 64)\nnn.Linear(64, 10)',
      'FC 64\nConv2D 16c3w1s1p\nMaxPool2D 2w\nConv2D 32c3w1s1p\nFC 10',
    ],
    unreadable: [
      'two blocks and two dense layers',
      'conv 3x3\nFC 10',
      'Conv2d(16, 3)\nFC 10',
      'conv 16, 3\nFC 10',
      'pool 2',
      'Conv2D 16c3w1s1p\nsee my notebook',
      'FC 120 → 84 → 10',
      'Conv2D 0c3w\nFC 10',
      'super().__init__()',
    ],
  },
  {
    key: lenet(),
    accepts: [
      inPytorch,
      `self.features = nn.Sequential(\n${inPytorch.replaceAll('\n', ',\n')}\n)`,
      'Inputs → Convolution (6 out channels, 5×5) → ReLU → Max Pooling → Convolution (16 out channels, 5×5) → ReLU → Max Pooling → Reshape to vector → Fully-connected (120 out units) → ReLU → Fully-connected (84 out units) → ReLU → Outputs (n_classes out units)',
      'C1: conv 6@5x5, ReLU\nS2: max pool 2x2, stride 2\nC3: conv 16@5x5, ReLU\nS4: max pool 2x2\nF5: FC 120 + ReLU\nF6: FC 84 + ReLU\nFC 10',
      // pooling before the activation gives the same
      'Conv2D 6c5w, MaxPool2D 2w2s, ReLU, Conv2D 16c5w, MaxPool2D 2w2s, ReLU, Flatten, FC 120, ReLU, FC 84, ReLU, FC 10',
    ],
    rejects: [
      inPytorch.replace('nn.Conv2d(3, 6, 5)', 'nn.Conv2d(3, 6, 5, padding=2)'),
      inPytorch.replace('16 * 5 * 5', '16 * 8 * 8'),
      inPytorch.replace('nn.ReLU()\nnn.MaxPool2d(2, 2)', 'nn.MaxPool2d(2, 2)'),
      inPytorch.replace('nn.MaxPool2d(2)', 'nn.AvgPool2d(2)'),
      `${inPytorch}\nnn.ReLU()`,
    ],
  },
];
