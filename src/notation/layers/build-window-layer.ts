import type { Sizes } from '../../engine/layers/layer-record.js';
import { single } from './compact-kinds.js';
import type { LayerArguments } from './layer-arguments.js';
import type { Slot } from './layer-names.js';
import { isSize, product, type NumberToken } from './layer-tokens.js';
import {
  conflict,
  countIn,
  isNumber,
  learntIn,
  withOrder,
  type Built,
  type Placed,
} from './place-numbers.js';

/** How positional numbers are ordered: Keras leaves out the input channels. */
export type CallStyle = 'keras' | 'torch';

/** The places of a convolution's numbers, in order. */
function convolutionOrder(
  numbers: readonly NumberToken[],
  named: Placed,
  style: CallStyle | undefined,
): readonly Slot[] | undefined {
  const [first, second] = numbers;
  const bare = numbers.map((one) => !isSize(one));
  if (numbers.length === 0) return [];
  if (named.has('out'))
    return isSize(first!) || numbers.length === 1 ? ['kernel', 'stride', 'padding'] : undefined;
  if (numbers.length === 1) return isSize(first!) ? ['kernel'] : ['out'];
  if (numbers.length === 2 && bare[0] !== bare[1]) return bare[0] ? ['out', 'kernel'] : ['kernel', 'out'];
  if (!bare[0] || !bare[1] || !first || !second) return undefined;
  if (named.has('kernel') && numbers.length === 2) return ['inputs', 'out'];
  if (style === 'keras' && numbers.length === 2) return ['out', 'kernel'];
  if (style !== 'keras' && numbers.length > 2) return ['inputs', 'out', 'kernel', 'stride', 'padding'];
  return undefined;
}

function windowIn(all: Placed) {
  const sizes = (slot: Slot): Sizes | undefined => {
    const value = all.get(slot);
    return isNumber(value) ? single([...value.numbers]) : undefined;
  };
  const padding = all.get('padding');
  const paddings = isNumber(padding)
    ? single([...padding.numbers])
    : padding === 'same' || padding === 'valid'
      ? padding
      : undefined;
  const kernel = sizes('kernel');
  const stride = sizes('stride');
  const dilation = sizes('dilation');
  return {
    kernel,
    rest: {
      ...(stride !== undefined && { stride }),
      ...(paddings !== undefined && { padding: paddings }),
      ...(dilation !== undefined && { dilation }),
      ...(all.get('ceil') === 'yes' && { rounding: 'ceil' as const }),
    },
  };
}

export function buildConvolution(given: LayerArguments, style: CallStyle | undefined): Built {
  const order = convolutionOrder(given.positional, given.slots, style);
  if (!order) return conflict;
  const all = withOrder(given, order);
  if (typeof all === 'string') return all;
  const { kernel, rest } = windowIn(all);
  const out = all.get('out');
  if (!isNumber(out) || isSize(out)) return 'does not say how many output channels it has';
  if (kernel === undefined) return 'does not say how large its kernel is';
  const groups = countIn(all, 'groups');
  return {
    record: {
      conv: {
        filters: product(out),
        kernel,
        ...rest,
        ...(groups !== undefined && { groups }),
        ...learntIn(all),
      },
    },
  };
}

export function buildPool(kind: 'max-pool' | 'avg-pool', given: LayerArguments): Built {
  const all = withOrder(given, ['kernel', 'stride', 'padding']);
  if (typeof all === 'string') return all;
  const { kernel, rest } = windowIn(all);
  return kernel === undefined
    ? { record: { [kind]: { kernel: 2, ...rest } }, note: 'its window was taken as 2×2' }
    : { record: { [kind]: { kernel, ...rest } } };
}
