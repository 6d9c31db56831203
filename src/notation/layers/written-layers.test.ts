import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../unreadable.js';
import { writeWholeLayer } from './write-layer.js';
import { readLayers } from './written-layers.js';

/** The layers in short form, as one text. */
const short = (text: string, classes?: number): string => {
  const read = readLayers(text, classes);
  if (read instanceof Unreadable) throw new Error(read.why);
  return read.layers.map(({ layer, rank }) => writeWholeLayer(layer, rank ?? 0)).join(' | ');
};

describe('one layer is read', () => {
  test.each([
    // short form
    ['Conv2D 16c5w1s2p', 'Conv2D 16c5w1s2p'],
    ['Conv2D 16c5w1s0p, inputs 3, no bias', 'Conv2D 16c5w1s0p, inputs 3, no bias'],
    ['ConvTranspose2D 4c4w2s1p', 'ConvTranspose2D 4c4w2s1p'],
    // calls
    ['nn.Conv2d(3, 32, 3, padding=1)', 'Conv2D 32c3w1s1p, inputs 3'],
    ['Conv2d(3, 6, kernel_size=(5, 5), stride=(1, 1))', 'Conv2D 6c5w1s0p, inputs 3'],
    [
      'nn.Conv2d(in_channels=3, out_channels=6, kernel_size=5, bias=False)',
      'Conv2D 6c5w1s0p, inputs 3, no bias',
    ],
    ['torch.nn.Conv2d(8, 8, 3, 2, 1, groups=8)', 'Conv2D 8c3w2s1p8g, inputs 8'],
    ['nn.Conv2d(3, 6, (3, 5), dilation=2)', 'Conv2D 6c3x5w1s0p2d, inputs 3'],
    ['Conv2D(32, (3, 3), padding="same")', 'Conv2D 32c3w1s same'],
    ['tf.keras.layers.Conv2D(filters=32, kernel_size=3, strides=2)', 'Conv2D 32c3w2s0p'],
    ['model.add(Conv2D(6, (5,5), input_shape=(32,32,3)))', 'Conv2D 6c5w1s0p'],
    ['nn.MaxPool2d(2)', 'MaxPool2D 2w2s'],
    ['MaxPooling2D((2,2))', 'MaxPool2D 2w2s'],
    ['nn.MaxPool2d(kernel_size=3, stride=2, padding=1, ceil_mode=True)', 'MaxPool2D 3w2s1p, ceil_mode'],
    ['nn.AvgPool2d(2, stride=1)', 'AvgPool2D 2w1s'],
    ['nn.AdaptiveAvgPool2d((1, 1))', 'AdaptiveAvgPool2D 1'],
    ['GlobalAveragePooling2D()', 'GlobalAvgPool2D'],
    ['nn.Linear(16 * 5 * 5, 120)', 'FC 120, inputs 400'],
    ['nn.Linear(in_features=84, out_features=10, bias=True)', 'FC 10, inputs 84'],
    ['Dense(units=10)', 'FC 10'],
    ['nn.BatchNorm2d(32)', 'BatchNorm, inputs 32'],
    ['BatchNormalization()', 'BatchNorm'],
    ['nn.Dropout(p=0.5)', 'Dropout'],
    ['Dropout 0.25', 'Dropout'],
    ['nn.BatchNorm1d(20, eps=1e-05, momentum=0.1)', 'BatchNorm, inputs 20'],
    ['nn.LeakyReLU(0.1)', 'LeakyReLU'],
    ['nn.Softmax(dim=1)', 'Softmax'],
    ['torch.flatten(x, 1)', 'Flatten'],
    ['x.view(-1, 16*5*5)', 'Flatten, inputs 400'],
    // words
    ['conv 3x3, 32, padding 1', 'Conv 32c3w1s1p'],
    ['3x3 conv, 32 filters, same padding', 'Conv 32c3w1s same'],
    ['Conv: 32 filters of size 3×3, stride 2, zero padding 1', 'Conv 32c3w2s1p'],
    ['convolutional layer with 6 output channels and kernel size 5', 'Conv 6c5w1s0p'],
    ['conv 32 filters kernel 3 without padding', 'Conv 32c3w1s0p'],
    ['conv 6@5x5', 'Conv 6c5w1s0p'],
    ['conv 5*5, 6', 'Conv 6c5w1s0p'],
    ['conv (3 → 32, 3x3)', 'Conv 32c3w1s0p, inputs 3'],
    ['Max pooling 2x2, stride 2', 'MaxPool 2w2s'],
    ['2x2 max-pool', 'MaxPool 2w2s'],
    ['average pooling 3', 'AvgPool 3w3s'],
    ['FC 120', 'FC 120'],
    ['Fully-connected layer with 128 neurons', 'FC 128'],
    ['dense 400x120', 'FC 120, inputs 400'],
    ['batch norm', 'BatchNorm'],
    ['Reshape to vector', 'Flatten'],
    ['leaky relu', 'LeakyReLU'],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });
});

describe('a list of layers is taken apart', () => {
  const three = 'Conv2D 6c5w1s0p, inputs 3 | ReLU | FC 10, inputs 84';
  test.each([
    ['lines', 'nn.Conv2d(3, 6, 5)\nnn.ReLU()\nnn.Linear(84, 10)'],
    ['lines with commas', 'nn.Conv2d(3, 6, 5),\nnn.ReLU(),\nnn.Linear(84, 10),'],
    ['assignments', 'self.conv1 = nn.Conv2d(3, 6, 5)\nself.relu = nn.ReLU()\nself.fc1 = nn.Linear(84, 10)'],
    ['one Sequential', 'nn.Sequential(nn.Conv2d(3, 6, 5), nn.ReLU(), nn.Linear(84, 10))'],
    [
      'a Sequential of lines',
      'net = nn.Sequential(\n  nn.Conv2d(3, 6, 5),\n  nn.ReLU(),\n  nn.Linear(84, n_classes)\n)',
    ],
    [
      'what PyTorch prints',
      'Net(\n  (conv1): Conv2d(3, 6, kernel_size=(5, 5))\n  (act): ReLU()\n  (fc): Linear(in_features=84, out_features=10)\n)',
    ],
    ['a Python list', '[Conv2d(3, 6, 5), ReLU(), Linear(84, 10)]'],
    ['arrows', 'Conv2d(3, 6, 5) -> ReLU -> Linear(84, 10)'],
    ['other arrows', 'Conv2d(3, 6, 5) → ReLU ⇒ Linear(84, 10)'],
    ['arrows of LaTeX', 'Conv2d(3, 6, 5) $\\to$ ReLU $\\rightarrow$ Linear(84, 10)'],
    ['bullets', '- Conv2d(3, 6, 5)\n- ReLU\n* Linear(84, 10)'],
    ['numbers', '1. Conv2d(3, 6, 5)\n2) ReLU\n(3) Linear(84, 10)'],
    ['headings and comments', 'Features:\nConv2d(3, 6, 5)  # first\nReLU\nHead:\nLinear(84, 10) // scores'],
    ['input and output', 'Input 3x32x32 → Conv2d(3, 6, 5) + ReLU → Linear(84, 10)'],
    ['semicolons', 'Conv2d(3, 6, 5); ReLU; Linear(84, 10);'],
    ['a call over lines', 'nn.Conv2d(\n  3, 6,\n  kernel_size=5,\n)\nReLU\nLinear(84, 10)'],
  ])('from %s', (_, text) => {
    expect(short(text, 10)).toBe(three);
  });

  test.each([
    ['Conv2D(32, 3, activation="relu")', 'Conv2D 32c3w1s0p | ReLU'],
    ['FC 120 (ReLU)', 'FC 120 | ReLU'],
    ['FC 120 with ReLU activation', 'FC 120 | ReLU'],
    ['conv 3x3, 8, ReLU, max pool 2', 'Conv 8c3w1s0p | ReLU | MaxPool 2w2s'],
    ['FC 400 -> 120\nReLU\nFC 120 -> 10', 'FC 120, inputs 400 | ReLU | FC 10, inputs 120'],
    ['conv1: 6@5x5\nfc1: 120', 'Conv 6c5w1s0p | FC 120'],
    ['FC 84 → Outputs (10 units)', 'FC 84 | FC 10'],
  ])('with what belongs to a layer: %j', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  test('and what was assumed is said', () => {
    const read = readLayers('Max Pooling');
    expect(read).toMatchObject({ notes: ['“Max Pooling”: its window was taken as 2×2'] });
  });
});

describe('what cannot be read is named, with what would have been understood', () => {
  test.each([
    ['conv 5x5', /“conv 5x5” does not say how many output channels/],
    ['conv 6 channels', /does not say how large its kernel is/],
    ['FC', /“FC” does not say how many units/],
    ['pool 2', /max or average/],
    ['Conv2d(32, 3)', /meaning is unclear; name them/],
    ['Conv2D(3, 6, 5)', /meaning is unclear; name them/],
    ['ReLU\nsee my code', /“see” is no word .* write, say, Conv2D/],
    ['FC 120 → 84 → 10', /“84” names no layer/],
    ['MaxPool 2 max pool 2', /two layers/],
    ['conv 3x3 8 stride 1 stride 2', /stride is said twice/],
    ['Conv2d(3, 0, 5)', /has a 0/],
    ['FC 1000000', /too large/],
    ['Conv2d(3, 6, 5, padding=-1)', /“-1” is no size/],
    ['conv 5x5, 6, 0.5', /“0.5” is no size/],
    ['FC n_classes', /in digits/],
    ['Linear(1, 2, 3, 4)', /more numbers/],
    ['max pool 2, 16 channels', /takes no number of outputs/],
    ['FC 120, stride 2', /takes no stride/],
    ['ReLU, kernel 5', /takes no kernel/],
    ['Input 3x32x32', /no layer in it/],
    ['2x (conv 3x3, 8)', /“2x \(conv 3x3, 8\)”/],
    ['F.relu(self.conv1(x))', /two layers/],
    ['ReLU\n'.repeat(101), /more than 100 layers/],
    ['ReLU '.repeat(60), /longer than 200/],
    ['Conv2D 16c\u200b5w', /cannot be seen/],
  ])('%j', (text, why) => {
    const read = readLayers(text);
    expect(read).toBeInstanceOf(Unreadable);
    expect((read as Unreadable).why).toMatch(why);
  });
});

test('any mixture of words, numbers and signs is read or refused', () => {
  const word = fc.constantFrom(
    ...[
      'conv',
      'Conv2d',
      'nn.',
      'max',
      'pool',
      'FC',
      'relu',
      'flatten',
      '3',
      '16c5w',
      '5x5',
      '(',
      ')',
      '[',
      ',',
      '=',
    ],
    ...[
      'padding',
      'same',
      'stride',
      'filters',
      '->',
      '\n',
      ':',
      'no',
      'bias',
      '*',
      '-1',
      '0.5',
      '+',
      '1.',
      'dropout',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom('', ' '), (words, gap) => {
      const read = readLayers(words.join(gap));
      if (read instanceof Unreadable) expect(read.why).toMatch(/\S/);
      else
        for (const { layer, rank } of read.layers)
          expect(short(writeWholeLayer(layer, rank ?? 0))).not.toBe('');
    }),
    { numRuns: 500 },
  );
});
