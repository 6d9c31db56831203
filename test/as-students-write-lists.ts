import { layersExamples } from '../src/answers/network/layers-examples.js';
import { networkExamples } from '../src/answers/network/threshold-network-examples.js';
import { tensor } from '../src/engine/tensor.js';
import type { Written } from './as-students-write.js';

const lines = (text: TemplateStringsArray): string => text.raw[0]!;
const [twoBlocks, lenet] = layersExamples();
const [exclusive] = networkExamples;

/** Ranges, sets, networks, layers, tensors and words as students write them. */
export const writtenLists: readonly Written[] = [
  {
    type: 'index-range',
    key: { from: 0, to: 2 },
    right: lines`0 <= k_1 <= 2.
      0\le k\le 2
      k_1, k_2 \in \{0, 1, 2\}
      k = 0, ..., 2
      k = 0, 1, 2
      k=0..2
      k ∈ [0, 2]
      0 ≤ k ≤ 3 - 1
      k_1 = 0, 1, 2
      $\{0,1,2\}$
      0 through 2
      k goes from 0 to 2
      0..2 (inclusive)
      k in range(3)
      k in {0, 1, 2}
      for k in range(0, 3)
      0 ≤ k₁ ≤ 2
      0 ≤ k1,k2 < 3
      \{0, \ldots, 2\}
      k = \{0,1,2\}
      -1 < k < 3
      0:2
      $k_1 \in [0, 2]$
      [0; 2]
      \mathbf{0 \leq k \leq 2}`,
    wrong: lines`1..3
      0..3
      1 ≤ k ≤ 3
      range(2)
      0 < k < 3`,
    unreadable: lines`3 values
      k ≤ 2
      0 ≤ k
      0, 2, 1
      from 0`,
  },
  {
    type: 'any-of',
    key: { chosen: 10, among: [8, 9, 10] },
    right: lines`k = 10
      10.
      $k=9$
      \mathbf{10}
      kernel size = 9
      k_1 = 8
      = 10
      ≈ 10
      10x10
      **9**`,
    wrong: lines`k = 11
      7`,
    unreadable: lines`8 or 9
      between 8 and 10
      8, 9, 10
      k=10, k=9`,
  },
  {
    type: 'number-set',
    key: [8, 9, 10],
    right: lines`8, 9, 10.
      $\{8, 9, 10\}$
      k = 8, 9, or 10
      k \in \{8,9,10\}
      8,9 and 10
      k=8, k=9, k=10
      k = 8 or k = 9 or k = 10
      any of 8, 9, 10
      k can be 8, 9 or 10
      \{8,\,9,\,10\}
      8 ≤ k ≤ 10
      8-10
      8 – 10
      7 < k < 11
      8, ..., 10
      from 8 to 10
      K ∈ {8,9,10}
      8⏎9⏎10
      all integers from 8 to 10`,
    wrong: lines`8, 9
      {8, 10}
      7..10
      8`,
    unreadable: lines`8, nine, 10
      k ≥ 8
      8/9/10
      not 8, 9, 10
      8 to`,
  },
  {
    type: 'threshold-network',
    key: exclusive!.key,
    right: lines`h1: -0.5, 1, -1⏎h2: -0.5, -1, 1⏎y: -0.5, 1, 1
      h1: (-0.5, 1, -1)⏎h2: (-0.5, -1, 1)⏎y: (-0.5, 1, 1)
      h_1 = (-1/2, 1, -1)⏎h_2 = (-1/2, -1, 1)⏎y = (-1/2, 1, 1)
      h1: −0.5 1 −1⏎h2: −0.5 −1 1⏎out: −0.5 1 1
      h1 -0.5 1 -1⏎h2 -0.5 -1 1⏎y -0.5 1 1
      hidden 1: -0.5 1 -1⏎hidden 2: -0.5 -1 1⏎output: -0.5 1 1
      h1: [-0.5, 1, -1]; h2: [-0.5, -1, 1]; y: [-0.5, 1, 1]
      h1 | -0.5 | 1 | -1⏎h2 | -0.5 | -1 | 1⏎y | -0.5 | 1 | 1
      | h1 | -0.5 | 1 | -1 |⏎| h2 | -0.5 | -1 | 1 |⏎| y | -0.5 | 1 | 1 |
      1. -0.5 1 -1⏎2. -0.5 -1 1⏎3. -0.5 1 1
      - h1: -0.5 1 -1⏎- h2: -0.5 -1 1⏎- y: -0.5 1 1
      W^{(1)} = \begin{bmatrix} -0.5 & 1 & -1 \\ -0.5 & -1 & 1 \end{bmatrix}⏎W^{(2)} = \begin{bmatrix} -0.5 & 1 & 1 \end{bmatrix}
      W1 = np.array([[-0.5, 1, -1], [-0.5, -1, 1]])⏎W2 = np.array([[-0.5, 1, 1]])`,
    wrong: lines`h1: 1 -1 -0.5⏎h2: -1 1 -0.5⏎y: 1 1 -0.5
      h1: -0.5 1 1⏎h2: -0.5 -1 1⏎y: -0.5 1 1`,
    unreadable: lines`h1 = A and not B⏎h2 = B and not A⏎y = h1 or h2
      h1: -0.5 a -b⏎y: -0.5 1 1`,
  },
  {
    type: 'layers',
    key: twoBlocks!.key,
    right: lines`Conv2d(3, 16, kernel_size=3, padding=1), ReLU(), MaxPool2d(2), Conv2d(16, 32, kernel_size=3, padding=1), ReLU(), MaxPool2d(2), Flatten(), Linear(2048, 64), ReLU(), Linear(64, 10)
      nn.Conv2d(3, 16, 3, padding='same'),⏎nn.ReLU(inplace=True),⏎nn.MaxPool2d(kernel_size=2, stride=2),⏎nn.Conv2d(16, 32, 3, padding='same'),⏎nn.ReLU(),⏎nn.MaxPool2d(2, 2),⏎nn.Flatten(),⏎nn.Linear(32 * 8 * 8, 64),⏎nn.ReLU(),⏎nn.Linear(64, 10)
      1. conv 3x3, 16 filters, padding 1⏎2. ReLU⏎3. max pool 2x2⏎4. conv 3x3, 32 filters, padding 1⏎5. ReLU⏎6. max pool 2x2⏎7. FC 64⏎8. ReLU⏎9. FC 10
      - Conv2D 16c3w1s1p⏎- ReLU⏎- MaxPool2D 2w2s⏎- Conv2D 32c3w1s1p⏎- ReLU⏎- MaxPool2D 2w2s⏎- FC 64⏎- ReLU⏎- FC 10
      Conv2D 16c3w1s1p => ReLU => MaxPool2D 2w2s => Conv2D 32c3w1s1p => ReLU => MaxPool2D 2w2s => FC64 => ReLU => FC10
      layers.Conv2D(16, 3, padding='same', activation='relu')⏎layers.MaxPooling2D(2)⏎layers.Conv2D(32, 3, padding='same', activation='relu')⏎layers.MaxPooling2D(2)⏎layers.Flatten()⏎layers.Dense(64, activation='relu')⏎layers.Dense(10)
      model.add(Conv2D(16, (3,3), padding='same', activation='relu'))⏎model.add(MaxPooling2D((2,2)))⏎model.add(Conv2D(32, (3,3), padding='same', activation='relu'))⏎model.add(MaxPooling2D((2,2)))⏎model.add(Flatten())⏎model.add(Dense(64, activation='relu'))⏎model.add(Dense(10, activation='softmax'))
      conv(16, 3×3, same) → relu → maxpool(2×2) → conv(32, 3×3, same) → relu → maxpool(2×2) → fc(64) → relu → fc(10)`,
    wrong: lines`Conv2D 16c3w1s1p, ReLU, MaxPool2D 2w2s, FC 64, FC 10
      Conv2d(3, 16, kernel_size=3), ReLU(), MaxPool2d(2), Conv2d(16, 32, kernel_size=3), ReLU(), MaxPool2d(2), Flatten(), Linear(1152, 64), ReLU(), Linear(64, 10)`,
    unreadable: lines`a CNN like in class
      conv, pool, conv, pool, fc, fc`,
  },
  {
    type: 'layers',
    key: lenet!.key,
    right: lines`conv1: 6@5x5⏎relu⏎pool1: maxpool 2x2⏎conv2: 16@5x5⏎relu⏎pool2: maxpool 2x2⏎fc1: 120⏎relu⏎fc2: 84⏎relu⏎fc3: 10
      self.conv1 = nn.Conv2d(3, 6, 5)⏎nn.ReLU()⏎self.pool = nn.MaxPool2d(2, 2)⏎self.conv2 = nn.Conv2d(6, 16, 5)⏎nn.ReLU()⏎nn.MaxPool2d(2, 2)⏎self.fc1 = nn.Linear(16 * 5 * 5, 120)⏎nn.ReLU()⏎self.fc2 = nn.Linear(120, 84)⏎nn.ReLU()⏎self.fc3 = nn.Linear(84, 10)`,
  },
  {
    type: 'tensor',
    key: tensor([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]),
    right: lines`np.array([[[1,2],[3,4]],[[5,6],[7,8]]])
      [[[1,2],⏎  [3,4]],⏎⏎ [[5,6],⏎  [7,8]]]
      array([[[1., 2.],⏎        [3., 4.]],⏎⏎       [[5., 6.],⏎        [7., 8.]]])
      [[1 2; 3 4]; [5 6; 7 8]]
      [1 2; 3 4], [5 6; 7 8]
      channel 1: [[1,2],[3,4]]⏎channel 2: [[5,6],[7,8]]
      Channel 1:⏎1 2⏎3 4⏎⏎Channel 2:⏎5 6⏎7 8
      \begin{bmatrix}1&2\\3&4\end{bmatrix}, \begin{bmatrix}5&6\\7&8\end{bmatrix}
      Z[0] = [[1, 2], [3, 4]]⏎Z[1] = [[5, 6], [7, 8]]
      [1 2⏎ 3 4]⏎[5 6⏎ 7 8]
      [[1, 2], [3, 4]]⏎[[5, 6], [7, 8]]
      1,2⏎3,4⏎---⏎5,6⏎7,8`,
    wrong: lines`[[[5,6],[7,8]],[[1,2],[3,4]]]
      [[[1,3],[2,4]],[[5,7],[6,8]]]`,
    unreadable: lines`[[[1,2],[3,4]],[[5,6],[7,8]]
      see figure`,
  },
  {
    type: 'text',
    key: 'running mean',
    right: lines`running mean
      running mean⏎`,
    wrong: lines`the batch mean
      running means`,
  },
];
