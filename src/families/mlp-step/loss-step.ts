import { weightedLog, type LossName } from '../../engine/loss.js';
import { map, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Needs, type SlipAt, type Step, type Named } from '../../engine/worksheet.js';
import { lossValue, type LossInputs } from './loss-value.js';
import type { Network } from './network.js';
import { exampleOf, scaleOf, scaleText } from './reduction.js';
import { logarithm } from './words.js';

/** The last layer's steps and the target, as the loss and its gradient read them. */
export interface AtOutput {
  readonly z: Named<Tensor>;
  readonly output: Named<Tensor>;
  readonly target: Named<Tensor>;
}

/** Digits kept by a student who rounds the output before taking its logarithm. */
const keptDigits = 3;

const sumText = (network: Network, loss: LossName, log: string): string => {
  const examples = network.isBatch ? '\\sum_n ' : '';
  const one = {
    'squared-error': '\\sum_i (\\hat{y}_i - y_i)^2',
    'binary-cross-entropy': `\\sum_i \\left(-y_i ${log} \\hat{y}_i - (1 - y_i) ${log}(1 - \\hat{y}_i)\\right)`,
    'cross-entropy': `\\sum_i -y_i ${log} \\hat{y}_i`,
  }[loss];
  return `${scaleText(network)} ${examples}${one}`.trim();
};

function logarithmSlips(
  network: Network,
  loss: LossName,
  needs: AtOutput & Needs,
): Record<string, SlipAt<number>> {
  const base = network.given.logBase;
  const ways = [
    { name: 'used-natural-log', base: 'e' as const },
    { name: 'used-log2', base: 2 as const },
    { name: 'used-log10', base: 10 as const },
  ].filter((way) => way.base !== base);
  return Object.fromEntries(
    ways.map(({ name, base: used }) => [
      name,
      slip({
        needs,
        kind: 'convention',
        run: (inputs) => lossValue({ ...network, given: { ...network.given, logBase: used } }, loss, inputs),
        show: () => sumText(network, loss, logarithm(used)),
        hint: `You took the logarithm $${logarithm(used)}$; this loss is defined with $${logarithm(base)}$${base === 'e' ? ', which its gradient relies on too' : ''}.`,
      }),
    ]),
  );
}

/** What losses of several examples are multiplied by. */
const batchScale = ({ given, examples }: Network): number =>
  given.batchReduction === 'mean' ? 1 / examples : 1;

const round = (entry: number): number => Number(entry.toPrecision(keptDigits));

function crossEntropySlips(
  network: Network,
  loss: LossName,
  needs: AtOutput & Needs,
): Record<string, SlipAt<number>> {
  const log = logarithm(network.given.logBase);
  const oneSided = ({ output, target }: LossInputs): number => {
    let total = 0;
    for (let example = 0; example < network.examples; example++) {
      const p = exampleOf(network, output, example);
      exampleOf(network, target, example).forEach((y, unit) => {
        total -= weightedLog(y, p[unit]!);
      });
    }
    return scaleOf(network) * total;
  };
  return {
    ...logarithmSlips(network, loss, needs),
    ...Object.fromEntries(
      [
        { name: 'used-the-squared-error', by: 1, words: 'the squared error' },
        { name: 'used-half-the-squared-error', by: 1 / 2, words: 'half the squared error' },
      ].map(({ name, by, words }) => [
        name,
        slip({
          needs,
          run: ({ output, target }) =>
            batchScale(network) *
            by *
            output.data.reduce((sum, entry, index) => sum + (entry - target.data[index]!) ** 2, 0),
          show: () => `${by === 1 ? '' : '\\frac{1}{2} '}\\sum_i (\\hat{y}_i - y_i)^2`,
          hint: `You took ${words}; the loss of this problem is the cross-entropy.`,
        }),
      ]),
    ),
    'rounded-the-output-early': slip({
      needs,
      run: ({ z, output, target }) => lossValue(network, loss, { z, output: map(output, round), target }),
      show: () => sumText(network, loss, log),
      hint: `You rounded $\\hat{y}$ to ${keptDigits} digits before taking its logarithm; keep all digits until the end.`,
    }),
    ...(loss === 'binary-cross-entropy' && {
      'used-one-sided-cross-entropy': slip({
        needs,
        run: oneSided,
        show: () => `${scaleText(network)} \\sum_i -y_i ${log} \\hat{y}_i`.trim(),
        hint: `You kept only $-y ${log}\\hat{y}$; a target of 0 counts by the other term, $-(1 - y)${log}(1 - \\hat{y})$.`,
      }),
    }),
  };
}

/** The loss of the whole batch. */
export function lossStep(network: Network, loss: LossName, { z, output, target }: AtOutput): Step<number> {
  const needs = { z, output, target };
  const log = logarithm(network.given.logBase);
  return step({
    name: 'loss',
    type: 'number',
    symbol: '\\mathcal{L}',
    needs,
    run: (inputs) => lossValue(network, loss, inputs),
    show: ({ output, target }) =>
      `${sumText(network, loss, log)}, \\quad \\hat{y} = ${output},\\; y = ${target}`,
    slips:
      loss === 'squared-error'
        ? {
            'forgot-to-square': slip({
              needs,
              run: ({ output, target }) =>
                scaleOf(network) *
                output.data.reduce((sum, entry, index) => sum + Math.abs(entry - target.data[index]!), 0),
              show: () => `${scaleText(network)} \\sum_i |\\hat{y}_i - y_i|`.trim(),
              hint: 'You added up $|\\hat{y} - y|$ as it stands; this loss squares each error first.',
            }),
          }
        : crossEntropySlips(network, loss, needs),
  });
}
