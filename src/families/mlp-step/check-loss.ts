import { GivenError } from '../../engine/domain-error.js';
import { at } from '../../engine/tensor.js';
import { toColumns, type Network } from './network.js';

/** Slack for targets such as 0.1 + 0.2 + 0.7 that shall sum to 1. */
const slack = 1e-9;

function checkWithout({ given }: Network): void {
  if (!given.outputGradient)
    throw new GivenError(
      ['loss'],
      'there is neither a loss nor the gradient at the output',
      'Write a loss with its target, or an outputGradient.',
    );
  for (const name of ['target', 'reduction'] as const)
    if (given[name] !== undefined)
      throw new GivenError(
        [name],
        `${name} belongs to a loss, and none is given`,
        'Write a loss, or leave it out.',
      );
}

function checkTarget(network: Network): void {
  const { given, target, examples } = network;
  if (!target || given.loss === 'squared-error') return;
  const outside = target.data.find((entry) => entry < 0 || entry > 1);
  if (outside !== undefined)
    throw new GivenError(
      ['target'],
      `a target of ${outside} is no probability`,
      'Write numbers from 0 to 1.',
    );
  if (given.loss === 'binary-cross-entropy') return;
  const columns = toColumns(network, target);
  for (let example = 0; example < examples; example++) {
    const total = Array.from({ length: columns.shape[0]! }, (_, unit) => at(columns, unit, example)).reduce(
      (sum, entry) => sum + entry,
    );
    if (Math.abs(total - 1) > slack)
      throw new GivenError(
        ['target'],
        `the targets of example ${example + 1} sum to ${total}`,
        'The targets of a cross-entropy are a distribution, such as [0, 1, 0].',
      );
  }
}

/** Refuses a loss that does not fit the last layer, its target, or the way it is reduced. */
export function checkLoss(network: Network): void {
  const { given, layers, target, isBatch } = network;
  const { loss } = given;
  if (given.outputGradient && loss)
    throw new GivenError(
      ['outputGradient'],
      'the loss gives this gradient already',
      'Leave out one of the two.',
    );
  if (!loss) return checkWithout(network);
  if (!target) throw new GivenError(['target'], 'a loss needs a target', 'Write the desired output.');
  const last = layers.at(-1)!.activation;
  const wanted = { 'squared-error': last, 'binary-cross-entropy': 'sigmoid', 'cross-entropy': 'softmax' }[
    loss
  ];
  if (last !== wanted)
    throw new GivenError(
      ['loss'],
      `${loss} follows a ${wanted} layer, the last one is ${last}`,
      `Write \`activation: ${wanted}\` in the last layer, or another loss.`,
    );
  if (given.reduction === 'half' && loss !== 'squared-error')
    throw new GivenError(['reduction'], `${loss} is not halved`, 'Write sum or mean.');
  if (given.reduction === 'mean' && loss === 'cross-entropy')
    throw new GivenError(
      ['reduction'],
      'cross-entropy is a sum over the classes',
      'Write sum, or leave it out.',
    );
  if (given.logBase !== 'e' && loss === 'squared-error')
    throw new GivenError(['logBase'], 'squared-error has no logarithm', 'Leave it out.');
  if (!isBatch && given.batchReduction === 'sum')
    throw new GivenError(['batchReduction'], 'there is a single example', 'Leave it out.');
  checkTarget(network);
}
