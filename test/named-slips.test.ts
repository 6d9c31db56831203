import { describe, expect, it } from 'vitest';
import { openAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { splitInlineMap } from '../src/files/submission/inline-map.js';
import { marker } from '../src/marking/mark-submission.js';
import type { Mark } from '../src/marking/mark.js';

const disk = openDisk();
const folders = ['coms573-hw5', 'ee468-hw4', 'ee60020-hw4', 'rangan-hw8', 'sharif-hw3'] as const;
type Folder = (typeof folders)[number];
const marking = new Map(
  await Promise.all(
    folders.map(async (folder) => {
      const { problems, rubric } = await openAssignment(disk, `problems/${folder}`);
      return [folder, marker(problems, { rubric, splitMap: splitInlineMap })] as const;
    }),
  ),
);

type Answers = Readonly<Record<string, string>>;

function mark(folder: Folder, answers: Answers): Map<string, Mark> {
  const written = Object.entries(answers).map(
    ([path, text], line) => [path, { text, line: line + 1, column: 1 }] as const,
  );
  const submission = { student: 's', answers: new Map(written), lost: new Map(), submitted: null };
  const { marks } = marking.get(folder)!(submission);
  return new Map(marks.map((one) => [one.item.id, one]));
}

/** Verdict, and slips where there are any: "slip: a, b" for a tie of two. */
const told = ({ verdict, explanations }: Mark): string => {
  const names = explanations.map(({ slips }) => slips.map(({ slip }) => slip).join(' + '));
  return names.length > 0 ? `${verdict}: ${names.sort().join(', ')}` : verdict;
};

// What students do wrong in the problems of the bank, by hand: a name for the mistake, the answers, what they are told.
const table: readonly (readonly [Folder, string, Answers, Answers])[] = [
  [
    'ee60020-hw4',
    'gives every weight inputs first: one mistake, though the answers of encoder and decoder look exchanged',
    {
      'q1-networks.a.E1.c': '3x16x5x5',
      'q1-networks.a.E3.c': '16x64x3x3',
      'q1-networks.b.D1.c': '64x16x3x3',
      'q1-networks.b.D3.c': '16x3x5x5',
    },
    {
      'q1-networks.a.E1.c': 'slip: swapped-in-and-out',
      'q1-networks.a.E3.c': 'slip: swapped-in-and-out',
      'q1-networks.b.D1.c': 'slip: swapped-in-and-out',
      'q1-networks.b.D3.c': 'slip: swapped-in-and-out',
    },
  ],
  [
    'coms573-hw5',
    'counts flat filters',
    { 'q1-conv-block.a': '3*3*256 + 3*3*512' },
    { 'q1-conv-block.a': 'slip: ignored-input-depth' },
  ],
  [
    'coms573-hw5',
    'takes the input’s channels in the second stage, too',
    { 'q1-conv-block.a': '3*3*128*256 + 3*3*128*512' },
    { 'q1-conv-block.a': 'slip: kept-input-channels' },
  ],
  [
    'coms573-hw5',
    'counts the parameters of the first stage only',
    { 'q1-conv-block.a': '294912' },
    { 'q1-conv-block.a': 'slip: left-out-last-layer' },
  ],
  [
    'coms573-hw5',
    'counts the parameters of the second stage only',
    { 'q1-conv-block.a': '1179648' },
    { 'q1-conv-block.a': 'slip: left-out-first-layer' },
  ],
  [
    'coms573-hw5',
    'forgets the stride: told as one of two slips, and the rest follows',
    {
      'q1-conv-block.b.size1': '64',
      'q1-conv-block.b.stage1': '1207959552',
      'q1-conv-block.b.size2': '64',
      'q1-conv-block.b.total': '6039797760',
      'q1-conv-block.b.stage2': '4831838208',
    },
    {
      'q1-conv-block.b.size1': 'slip: ignored-stride, kept-input-size',
      'q1-conv-block.b.size2': 'follows-through',
      'q1-conv-block.b.total': 'follows-through',
    },
  ],
  [
    'coms573-hw5',
    'forgets the padding',
    { 'q1-conv-block.b.total': '1275494400' },
    { 'q1-conv-block.b.total': 'slip: ignored-padding' },
  ],
  [
    'coms573-hw5',
    'adds the percentages of the stages',
    { 'q1-conv-block.c.stage1': '-50', 'q1-conv-block.c.stage2': '100', 'q1-conv-block.c.total': '50 %' },
    { 'q1-conv-block.c.total': 'slip: added-changes-of-layers' },
  ],
  [
    'coms573-hw5',
    'divides by m − 1',
    { 'q2-batch-norm.a': '-0.866 0.866 0.866 -0.866; -0.866 .866 .866 -.866; -.866 .866 .866 -.866' },
    { 'q2-batch-norm.a': 'slip: used-sample-variance' },
  ],
  [
    'coms573-hw5',
    'divides by the variance',
    { 'q2-batch-norm.a': '-1 1 1 -1; -0.2 0.2 0.2 -0.2; -0.2 0.2 0.2 -0.2' },
    { 'q2-batch-norm.a': 'slip: divided-by-variance' },
  ],
  [
    'coms573-hw5',
    'counts on in the first channel',
    { 'q3-conv1d.a.order': '1 1; 1 2; 1 3; 1 4' },
    { 'q3-conv1d.a.order': 'slip: counted-on-in-first-channel' },
  ],
  [
    'coms573-hw5',
    'forgets all biases: the sum follows',
    { 'q4-lenet.a.each': '450, 2400, 48000, 10080, 840', 'q4-lenet.a.parameters': '61770' },
    { 'q4-lenet.a.each': 'slip: forgot-bias', 'q4-lenet.a.parameters': 'follows-through' },
  ],
  [
    'ee468-hw4',
    'multiplies by the untransposed weights going back',
    { 'q1-bias-gradients.a.hidden': '6 -5', 'q1-bias-gradients.a.b1': '6 0' },
    {
      'q1-bias-gradients.a.hidden': 'slip: multiplied-untransposed-weights',
      'q1-bias-gradients.a.b1': 'follows-through',
    },
  ],
  [
    'ee468-hw4',
    'takes one bias for all filters',
    { 'q2-same-size.b': '1201' },
    { 'q2-same-size.b': 'slip: counted-one-bias' },
  ],
  [
    'ee468-hw4',
    'takes a bias for every input channel',
    { 'q2-same-size.b': '1203' },
    { 'q2-same-size.b': 'slip: counted-bias-per-input' },
  ],
  [
    'ee468-hw4',
    'takes one side of the kernel',
    { 'q2-same-size.b': '256' },
    { 'q2-same-size.b': 'slip: used-one-kernel-side' },
  ],
  [
    'rangan-hw8',
    'lets the kernel’s index run over the output',
    { 'q1-convolution.a.k1': '0..4', 'q1-convolution.a.k2': '0..3' },
    {
      'q1-convolution.a.k1': 'slip: ranged-over-the-output',
      'q1-convolution.a.k2': 'slip: ranged-over-the-output',
    },
  ],
  [
    'rangan-hw8',
    'exchanges row and column',
    { 'q1-convolution.c.value': '6', 'q1-convolution.c.at': '(3, 1)' },
    { 'q1-convolution.c.at': 'slip: swapped-row-and-column' },
  ],
  [
    'rangan-hw8',
    'exchanges row and column and counts from 1: no kernel is blamed where its largest value is right',
    { 'q1-convolution.c.value': '6', 'q1-convolution.c.at': '(4, 2)' },
    { 'q1-convolution.c.at': 'wrong' },
  ],
  [
    'rangan-hw8',
    'names a zero of the input: padding, of which zeros are many, is not blamed',
    { 'q1-convolution.e': '(0, 0)' },
    { 'q1-convolution.e': 'wrong' },
  ],
  [
    'rangan-hw8',
    'takes flat filters, which is not told as one filter',
    { 'q2-conv-layer.c': '513,360' },
    { 'q2-conv-layer.c': 'slip: ignored-input-depth' },
  ],
  [
    'sharif-hw3',
    'counts every literal for the bias',
    {
      'q1-threshold-network.a.network':
        'h1: -2.5 -1 1 -1 0\nh2: -2.5 -1 1 0 -1\nh3: -2.5 1 0 1 1\nh4: -2.5 0 -1 1 1\ny: -0.5 1 1 1 1',
    },
    { 'q1-threshold-network.a.network': 'slip: counted-every-literal-in-the-bias' },
  ],
  [
    'sharif-hw3',
    'takes a mean in both gradients',
    { 'q3-conv-gradients.a.kernel': '2.25, -.875, 1', 'q3-conv-gradients.a.bias': '0.625' },
    {
      'q3-conv-gradients.a.kernel': 'slip: averaged-over-positions',
      'q3-conv-gradients.a.bias': 'slip: averaged-over-positions',
    },
  ],
  [
    'sharif-hw3',
    'overwrites what should add up',
    { 'q3-conv-gradients.a.bias': '0.5' },
    { 'q3-conv-gradients.a.bias': 'slip: kept-the-last-position' },
  ],
  [
    'sharif-hw3',
    'forgets the biases throughout',
    { 'q4-backpropagation.a.h1': '0.731', 'q4-backpropagation.a.h2': '0.0474' },
    { 'q4-backpropagation.a.h1': 'slip: forgot-bias', 'q4-backpropagation.a.h2': 'slip: forgot-bias' },
  ],
  [
    'sharif-hw3',
    'loses the minus of the exponent',
    { 'q4-backpropagation.a.z2': '-1', 'q4-backpropagation.a.h2': '0.7311' },
    { 'q4-backpropagation.a.h2': 'slip: lost-the-minus-in-the-exponent' },
  ],
  [
    'sharif-hw3',
    'rounds early: nothing is called a missing digit, and what follows is right',
    {
      'q4-backpropagation.a.h1': '0.92',
      'q4-backpropagation.a.h2': '0.27',
      'q4-backpropagation.a.y': '0.51',
      'q4-backpropagation.b.loss': '0.673',
    },
    {
      'q4-backpropagation.a.h1': 'slip: kept-too-few-digits',
      'q4-backpropagation.a.y': 'slip: kept-too-few-digits',
      'q4-backpropagation.b.loss': 'follows-through',
    },
  ],
  [
    'sharif-hw3',
    'takes the squared error for the loss',
    { 'q4-backpropagation.b.loss': '0.2356' },
    { 'q4-backpropagation.b.loss': 'slip: used-the-squared-error' },
  ],
  [
    'sharif-hw3',
    'adds the gradient, by whichever sign',
    { 'q4-backpropagation.c.weights-o': '0.955 0.487', 'q4-backpropagation.c.bias-o': '-1.0485' },
    {
      'q4-backpropagation.c.weights-o': 'slip: ascended-gradient, reversed-the-error',
      'q4-backpropagation.c.bias-o': 'slip: ascended-gradient, reversed-the-error',
    },
  ],
  [
    'sharif-hw3',
    'adds the gradient, where the gradient is right',
    {
      'q4-backpropagation.b.delta-o': '-0.4854',
      'q4-backpropagation.c.weights-o': '0.955 0.487',
      'q4-backpropagation.c.bias-o': '-1.0485',
    },
    { 'q4-backpropagation.c.weights-o': 'slip: ascended-gradient' },
  ],
  [
    'sharif-hw3',
    'counts one filter, of another kernel that is right as well',
    { 'q5-layer-size.a.side': '8', 'q5-layer-size.b': '61440', 'q5-layer-size.c': '2787840' },
    { 'q5-layer-size.b': 'correct', 'q5-layer-size.c': 'slip: ignored-filters' },
  ],
  [
    'ee60020-hw4',
    'copies a pool’s channels: filters are not blamed where the layer before is right',
    { 'q1-networks.b.D1.b': '16x7x7', 'q1-networks.b.D2.b': '64x14x14' },
    { 'q1-networks.b.D2.b': 'slip: copied-pool-channels' },
  ],
  [
    'ee60020-hw4',
    'counts 63 of 64 channels in a gradient',
    { 'q1-networks.q2e.D1-J1w.add': '435,456' },
    { 'q1-networks.q2e.D1-J1w.add': 'slip: counted-one-channel-less' },
  ],
  [
    'ee60020-hw4',
    'flattens to the channels: a vector written without its trailing 1 is carried on',
    { 'q1-networks.c.C1.a': '64', 'q1-networks.c.C1.c': '160x64' },
    { 'q1-networks.c.C1.a': 'slip: ignored-flattening', 'q1-networks.c.C1.c': 'follows-through' },
  ],
  [
    'ee60020-hw4',
    'lets a pool learn',
    { 'q1-networks.a.E2.c': '16x2x2', 'q1-networks.a.E2.d': '16' },
    { 'q1-networks.a.E2.c': 'slip: gave-pool-weights', 'q1-networks.a.E2.d': 'slip: gave-pool-bias' },
  ],
  [
    'ee60020-hw4',
    'exchanges two rows',
    { 'q1-networks.f.C2.mul': '840', 'q1-networks.f.C3.mul': '13440' },
    {
      'q1-networks.f.C2.mul': 'slip: gave-a-neighbouring-answer',
      'q1-networks.f.C3.mul': 'slip: gave-a-neighbouring-answer',
    },
  ],
  [
    'coms573-hw5',
    'moves by two in the second stage, too, in both directions',
    {
      'q1-conv-block.b.size1': '32',
      'q1-conv-block.b.size2': '16',
      'q1-conv-block.b.stage2': '301989888',
      'q1-conv-block.b.total': '603979776',
      'q1-conv-block.c.stage1': '-50',
      'q1-conv-block.c.stage2': '100',
      'q1-conv-block.c.total': '50',
    },
    {
      'q1-conv-block.b.stage2': 'follows-through',
      'q1-conv-block.b.total': 'follows-through',
      'q1-conv-block.c.total': 'slip: added-changes-of-layers',
    },
  ],
  [
    'coms573-hw5',
    'rounds sizes up and works on with them',
    { 'q1-conv-block.b.size1': '33', 'q1-conv-block.b.stage1': '321,159,168' },
    { 'q1-conv-block.b.size1': 'slip: rounded-up', 'q1-conv-block.b.stage1': 'follows-through' },
  ],
  [
    'coms573-hw5',
    'rounds counts',
    { 'q1-conv-block.b': '1.51e9' },
    { 'q1-conv-block.b.total': 'slip: rounded-the-count' },
  ],
  [
    'coms573-hw5',
    'rounds to two digits',
    { 'q4-lenet.parameters': '62,000' },
    { 'q4-lenet.a.parameters': 'slip: rounded-the-count' },
  ],
  [
    'coms573-hw5',
    'puts the outputs of a position together, and inverts what is not square',
    {
      'q3-conv1d.a':
        'w1^11 w2^11 w3^11 0 w1^21 w2^21 w3^21 0\nw1^12 w2^12 w3^12 0 w1^22 w2^22 w3^22 0\n' +
        '0 w1^11 w2^11 w3^11 0 w1^21 w2^21 w3^21\n0 w1^12 w2^12 w3^12 0 w1^22 w2^22 w3^22',
      'q3-conv1d.b.matrix': 'A^{-1}',
    },
    { 'q3-conv1d.a.matrix': 'slip: ordered-outputs-by-position', 'q3-conv1d.b.matrix': 'wrong' },
  ],
  [
    'coms573-hw5',
    'exchanges the answers to two parts',
    {
      'q2-batch-norm.a': '-1 1 1 -1; -11 -9 -9 -11; 9 11 11 9',
      'q2-batch-norm.b': '-1 1 1 -1; -1 1 1 -1; -1 1 1 -1',
    },
    {
      'q2-batch-norm.a': 'slip: gave-a-neighbouring-answer',
      'q2-batch-norm.b': 'slip: gave-a-neighbouring-answer',
    },
  ],
  [
    'ee60020-hw4',
    'exchanges two columns',
    { 'q1-networks.d.E2': '9408 | 0 | 0 | 9408' },
    {
      'q1-networks.d.E2.add': 'slip: gave-a-neighbouring-answer',
      'q1-networks.d.E2.logic': 'slip: gave-a-neighbouring-answer',
    },
  ],
  [
    'ee60020-hw4',
    'multiplies nothing for the gradient of a bias: no other question is told of',
    {
      'q1-networks.q2d': 'E1-J1w | 940,800 | 940,800 | 0 | 1,881,600\nE1-J1b | 12,544 | 0 | 0 | 12,544',
    },
    { 'q1-networks.q2d.E1-J1w.add': 'slip: added-once-too-often', 'q1-networks.q2d.E1-J1b.mul': 'wrong' },
  ],
  [
    'sharif-hw3',
    'writes the size of a kernel for both directions',
    { 'q5-layer-size.a.side': '10x10', 'q5-layer-size.b': '96000' },
    { 'q5-layer-size.a.side': 'correct', 'q5-layer-size.b': 'correct' },
  ],
  [
    'sharif-hw3',
    'takes another depth, and counts with it',
    { 'q5-layer-size.a.side': '7', 'q5-layer-size.a.depth': '3', 'q5-layer-size.b': '7*7*3*96' },
    { 'q5-layer-size.a.depth': 'wrong', 'q5-layer-size.b': 'follows-through' },
  ],
  [
    'sharif-hw3',
    'loses the inner derivative once, and puts the point into the own Jacobian',
    {
      'q2-jacobian.a.symbols1': '[[0, cos(πx2)/π], [x2² e^(x1-1), 2 e^(x1-1) x2], [x2, x1]]',
      'q2-jacobian.a.j1': '[[0, 0.3183], [4, 4], [2, 1]]',
    },
    { 'q2-jacobian.a.symbols1': 'slip: dropped-inner-derivative', 'q2-jacobian.a.j1': 'follows-through' },
  ],
  [
    'sharif-hw3',
    'rounds everything to two decimals: told of rounding, of nothing else',
    {
      'q4-backpropagation.a.h1': '0.92',
      'q4-backpropagation.a.h2': '0.27',
      'q4-backpropagation.a.y': '0.51',
      'q4-backpropagation.b.delta-o': '-0.49',
      'q4-backpropagation.b.delta-h': '[-0.04, -0.05]',
    },
    { 'q4-backpropagation.b.delta-h': 'slip: kept-too-few-digits' },
  ],
  [
    'sharif-hw3',
    'leaves weights and biases as they were',
    {
      'q4-backpropagation.a.h1': '0.9241',
      'q4-backpropagation.a.h2': '0.2689',
      'q4-backpropagation.a.y': '0.5146',
      'q4-backpropagation.c.weights-o': '[1, 0.5]',
      'q4-backpropagation.c.bias-o': '-1',
    },
    {
      'q4-backpropagation.c.weights-o': 'slip: left-unchanged',
      'q4-backpropagation.c.bias-o': 'slip: left-unchanged',
    },
  ],
  [
    'sharif-hw3',
    'exchanges two answers with an optional question between them',
    { 'q4-backpropagation.a.h1': '0.269', 'q4-backpropagation.a.h2': '0.924' },
    {
      'q4-backpropagation.a.h1': 'slip: gave-a-neighbouring-answer',
      'q4-backpropagation.a.h2': 'slip: gave-a-neighbouring-answer',
    },
  ],
  [
    'rangan-hw8',
    'goes on with a formula of their own: the slip is told where it was made',
    {
      'q3-formulas.a': 'dU[i,j,m] Z[i,j,m] (1-Z[i,j,m])',
      'q3-formulas.b': 'Σ_{i,j} dU[i,j,m] Z[i,j,m] (1-Z[i,j,m]) X[i+k1,j+k2,n]',
      'q3-formulas.c': 'Σ_{k1,k2,m} W[k1,k2,n,m] dZ[i-k1,j-k2,m]',
    },
    {
      'q3-formulas.a': 'slip: took-the-slope-at-z',
      'q3-formulas.b': 'follows-through',
      'q3-formulas.c': 'correct',
    },
  ],
  [
    'ee468-hw4',
    'writes zeros: no slip is told of numbers without a digit',
    {
      'q1-bias-gradients.a.loss': '0, 0',
      'q1-bias-gradients.a.b2': '0 0',
    },
    { 'q1-bias-gradients.a.loss': 'wrong', 'q1-bias-gradients.a.b2': 'review' },
  ],
  ['ee468-hw4', 'pads two in both directions', { 'q2-same-size.a': '2x2' }, { 'q2-same-size.a': 'correct' }],
];

describe('a mistake that students make', () => {
  it.each(table)('in %s is told as it was made: who %s', (folder, _, answers, expected) => {
    const marks = mark(folder, answers);
    expect(Object.fromEntries(Object.keys(expected).map((item) => [item, told(marks.get(item)!)]))).toEqual(
      expected,
    );
  });
});

it('is told nothing of a number of sizes where a trailing 1 may be left out', () => {
  const remarkOn = (item: string, text: string) =>
    mark('ee60020-hw4', { [item]: text }).get(item)!.comparison!.remark;
  expect(remarkOn('q1-networks.a.E1.d', '1')).toBeUndefined();
  expect(remarkOn('q1-networks.a.E1.d', '16x28x28')).toBe('You gave 3 sizes; this shape has 2.');
});

// Of a student's own network, not the published one: conv 5×5 with padding, pool, conv 3×3, pool; 32 → 16 → 8.
const ownNetwork = [
  'Conv2D 16c5w1s2p',
  'ReLU',
  'MaxPool2D 2w2s',
  'Conv2D 32c3w1s1p',
  'ReLU',
  'MaxPool2D 2w2s',
  'Flatten',
  'FC 100',
  'ReLU',
  'FC 10',
].join('\n');

describe('answers about what a student chose', () => {
  const about = (answers: Answers) => mark('ee468-hw4', { 'q3-architecture.a': ownNetwork, ...answers });

  it('are explained by slips on that choice', () => {
    const map = (text: string) =>
      told(about({ 'q3-architecture.b.map': text }).get('q3-architecture.b.map')!);
    expect(map('32x8x8')).toBe('correct');
    expect(map('32x16x16')).toBe('slip: flattened-before-pooling');
    // 28 → 14 → 12 → 6
    expect(map('32x6x6')).toBe('slip: ignored-padding');
  });

  it.each([
    ['that nobody can read', { 'q3-architecture.a': 'a small VGG with two blocks' }],
    ['that is left out', {}],
    ['that does not fit together', { 'q3-architecture.a': 'FC 10\nConv2D 16c5w1s2p' }],
  ] as const)('wait with a network %s', (_, network) => {
    const marks = mark('ee468-hw4', {
      ...network,
      'q3-architecture.b.map': '128x4x4',
      'q3-architecture.b.flattened': '2048',
      'q3-architecture.b.parameters': '1000000',
    });
    expect(told(marks.get('q3-architecture.b.map')!)).toBe('review');
    expect(told(marks.get('q3-architecture.b.parameters')!)).toBe('review');
  });

  it('are right by it, whatever else went wrong between', () => {
    // 16·3·25 + 16 + 32·16·9 + 32 + 2048·100 + 100 + 100·10 + 10
    const marks = about({ 'q3-architecture.b.map': '32x16x16', 'q3-architecture.b.parameters': '211766' });
    expect(told(marks.get('q3-architecture.b.parameters')!)).toBe('correct');
  });
});
