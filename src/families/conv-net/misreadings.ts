import { countingPresets } from '../../engine/counting.js';
import type { Counting, CountingPreset } from '../../engine/counting.js';
import { DomainError } from '../../engine/domain-error.js';
import type { GivenSlip } from '../family.js';
import { arrange } from './arrange.js';
import { countingOf } from './counting-given.js';
import type { ConvNetGiven } from './given.js';

type Slips = Record<string, GivenSlip<ConvNetGiven>>;

/** The changed givens, unless no network can be built from them. */
function ifBuildable(given: ConvNetGiven): ConvNetGiven | undefined {
  try {
    arrange(given);
    return given;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function withInputs(given: ConvNetGiven, change: (shape: number[]) => number[]): ConvNetGiven {
  const networks = Object.entries(given.networks).map(([name, network]) => [
    name,
    typeof network.input === 'string' ? network : { ...network, input: change(network.input) },
  ]);
  return { ...given, networks: Object.fromEntries(networks) as ConvNetGiven['networks'] };
}

const hasMaps = (given: ConvNetGiven): boolean =>
  Object.values(given.networks).some(({ input }) => typeof input !== 'string' && input.length > 1);

const swapAxes =
  ({ layout }: ConvNetGiven) =>
  (shape: number[]): number[] => {
    if (shape.length !== 3) return shape;
    const [a, b, c] = shape as [number, number, number];
    return layout === 'channels-first' ? [a, c, b] : [b, a, c];
  };

type Backward = Pick<Counting, 'dwAdds' | 'fcDwAdds' | 'convDbMuls' | 'fcDb' | 'countDx'>;
const backward = ({ dwAdds, fcDwAdds, convDbMuls, fcDb, countDx }: Counting): Backward => ({
  dwAdds,
  fcDwAdds,
  convDbMuls,
  fcDb,
  countDx,
});
const forward = ({ unit, biasAdd, paddedTaps, pool, relu, bn }: Counting): string =>
  JSON.stringify([unit, biasAdd.conv, biasAdd.fc, paddedTaps, pool, relu, bn.training, bn.evaluation]);

/** Counts the forward pass as another preset; backward as well, where there are losses and only that differs. */
const otherCounting = (preset: CountingPreset, hint: string): GivenSlip<ConvNetGiven> => ({
  hint,
  kind: 'convention',
  given: (given) => {
    const now = countingOf(given.counting);
    const other: Counting = countingPresets[preset];
    if (forward(now) !== forward(other))
      return { ...given, counting: { ...other, preset, ...backward(now) } };
    const strict = { ...backward(other), countDx: now.countDx };
    if (!given.losses || JSON.stringify(strict) === JSON.stringify(backward(now))) return undefined;
    return { ...given, counting: { ...other, preset, ...strict } };
  },
});

/** Conventions and givens taken for others: the same networks under another reading. */
export const givenSlips: Slips = {
  'rounded-up': {
    kind: 'convention',
    hint: 'You rounded sizes up. This problem drops a partial last step: $\\lfloor\\cdot\\rfloor$.',
    given: (given) => (given.rounding === 'floor' ? ifBuildable({ ...given, rounding: 'ceil' }) : undefined),
  },
  'rounded-down': {
    kind: 'convention',
    hint: 'You rounded sizes down. This problem keeps a partial last step: $\\lceil\\cdot\\rceil$.',
    given: (given) => (given.rounding === 'ceil' ? ifBuildable({ ...given, rounding: 'floor' }) : undefined),
  },
  'put-channels-last': {
    kind: 'convention',
    hint: 'Your sizes are right and stand in another order: you put the channels (of a weight, its outputs) last, this problem puts them first.',
    given: (given) =>
      given.layout === 'channels-first' && hasMaps(given)
        ? ifBuildable({
            ...withInputs(given, ([channels, ...spatial]) => [...spatial, channels!]),
            layout: 'channels-last',
          })
        : undefined,
  },
  'put-channels-first': {
    kind: 'convention',
    hint: 'Your sizes are right and stand in another order: you put the channels (of a weight, its outputs) first, this problem puts them last.',
    given: (given) =>
      given.layout === 'channels-last' && hasMaps(given)
        ? ifBuildable({
            ...withInputs(given, (shape) => [shape.at(-1)!, ...shape.slice(0, -1)]),
            layout: 'channels-first',
          })
        : undefined,
  },
  'swapped-height-and-width': {
    hint: 'You exchanged height and width. The height, the number of rows, comes first.',
    given: (given) => {
      const swapped = withInputs(given, swapAxes(given));
      const changes = Object.entries(swapped.networks).some(
        ([name, { input }]) => String(input) !== String(given.networks[name]!.input),
      );
      return changes ? ifBuildable(swapped) : undefined;
    },
  },
  'exchanged-losses': {
    hint: 'You exchanged the two losses. A loss has gradients in the network whose output it compares and in those that feed it.',
    given: (given) => {
      const [first, second, ...more] = Object.entries(given.losses ?? {});
      if (!first || !second || more.length > 0 || first[1].of === second[1].of) return undefined;
      return { ...given, losses: { [first[0]]: second[1], [second[0]]: first[1] } };
    },
  },
  'skipped-padded-taps': {
    kind: 'convention',
    hint: 'You counted only products with true inputs. This problem counts products with padded zeros as well.',
    given: (given) => withPaddedTaps(given, false),
  },
  'counted-padded-taps': {
    kind: 'convention',
    hint: 'You counted products with padded zeros as well. This problem counts only those with true inputs.',
    given: (given) => withPaddedTaps(given, true),
  },
  'counted-multiply-adds-as-one': otherCounting(
    'macs',
    'You counted a multiplication and its addition as one operation, and no biases. This problem counts by another convention.',
  ),
  'counted-multiply-adds-and-biases': otherCounting(
    'macs+bias',
    'You counted a multiplication and its addition as one operation, and one for each bias added. This problem counts by another convention.',
  ),
  'counted-multiply-adds-as-two': otherCounting(
    '2mac',
    'You counted two operations for every multiply-add and nothing else. This problem counts by another convention.',
  ),
  'counted-as-profilers-do': otherCounting(
    '2mac+convbias',
    "You counted two operations for every multiply-add, a convolution's biases, and one for every value that a pool or ReLU reads. This problem counts by another convention.",
  ),
  'counted-every-operation': otherCounting(
    'exact',
    'You counted every multiplication, addition and comparison by itself. This problem counts by another convention.',
  ),
};

function withPaddedTaps(given: ConvNetGiven, paddedTaps: boolean): ConvNetGiven | undefined {
  const now = countingOf(given.counting);
  return now.paddedTaps === paddedTaps
    ? undefined
    : { ...given, counting: { preset: 'exact', ...now, paddedTaps } };
}
