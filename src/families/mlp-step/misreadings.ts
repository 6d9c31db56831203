import type { GivenSlip } from '../family.js';
import type { MlpStepGiven } from './schema.js';

type Given = MlpStepGiven;

const outputsOf = ({ layers }: Given): number => layers.at(-1)!.weights.length;
const isBatch = ({ input }: Given): boolean => Array.isArray(input[0]);
const examplesOf = ({ input, layout }: Given): number => {
  const [first] = input;
  return Array.isArray(first) ? (layout === 'columns' ? first.length : input.length) : 1;
};
const reductionOf = ({ loss, reduction }: Given): 'sum' | 'mean' | 'half' =>
  reduction ?? (loss === 'squared-error' ? 'mean' : 'sum');

const formulas = {
  sum: 'the sum of the squared errors',
  mean: 'the mean of the squared errors over the outputs',
  half: 'half the sum of the squared errors',
} as const;

/** The same problem under another reduction over the outputs; one output has no mean of its own. */
const reduced = (other: 'sum' | 'mean' | 'half', given: Given): Given | undefined => {
  const own = reductionOf(given);
  if (own === other || given.loss !== 'squared-error') return undefined;
  const same = (reduction: 'sum' | 'mean' | 'half') =>
    reduction === 'mean' ? outputsOf(given) : reduction === 'half' ? 2 : 1;
  return same(own) === same(other) ? undefined : { ...given, reduction: other };
};

const batchwise = (other: 'sum' | 'mean', given: Given): Given | undefined =>
  isBatch(given) && examplesOf(given) > 1 && given.loss !== undefined && given.batchReduction !== other
    ? { ...given, batchReduction: other }
    : undefined;

/**
 * Slips of convention. N24 of the usual list (overflow of softmax) has no number to recognise, and N25 (a shared
 * weight's second gradient lost) cannot happen where every weight is used once.
 */
export const givenSlips = (own: Given): Readonly<Record<string, GivenSlip<Given>>> => {
  const right = `this problem takes ${formulas[reductionOf(own)]}`;
  return {
    'summed-the-squared-errors': {
      hint: `You took ${formulas.sum}; ${right}.`,
      given: (given) => reduced('sum', given),
    },
    'averaged-the-squared-errors': {
      hint: `You took ${formulas.mean}; ${right}.`,
      given: (given) => reduced('mean', given),
    },
    'halved-the-squared-errors': {
      hint: `You took ${formulas.half}; ${right}.`,
      given: (given) => reduced('half', given),
    },
    'summed-over-the-batch': {
      hint: `You added up over the batch; this problem averages, so divide by the ${examplesOf(own)} examples.`,
      given: (given) => batchwise('sum', given),
    },
    'averaged-over-the-batch': {
      hint: `You averaged over the batch; this problem adds up its ${examplesOf(own)} examples.`,
      given: (given) => batchwise('mean', given),
    },
  };
};
