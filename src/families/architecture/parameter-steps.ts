import { DomainError } from '../../engine/domain-error.js';
import { count } from '../../engine/layer-counts.js';
import type { Architecture } from '../../engine/layers/architecture.js';
import { isLinear } from '../../engine/layers/layer.js';
import {
  flatteningOf,
  parametersOf,
  traceLayers,
  type TracedLayer,
} from '../../engine/layers/trace-layers.js';
import { sizeOf, tensor, type Shape, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';

interface Read {
  readonly layers: Architecture;
  readonly flattened: number;
}
/** Parameters of a layer on the shape that it takes in. */
type Counting = (place: TracedLayer, input: Shape) => number;

/** Counts of the layers that learn, in order; the first fully connected one takes the flattened vector. */
function countEach({ layers: { input, layers }, flattened }: Read, counting: Counting): Tensor {
  const trace = traceLayers(input, layers);
  if (trace.misfit) throw new DomainError(trace.misfit.why);
  const start = flatteningOf(trace);
  const dense = trace.places.findIndex(({ layer }) => layer.kind === 'fc');
  const counts = trace.places.flatMap((place, index) => {
    const own =
      place.layer.kind !== 'flatten' && index >= start && index <= dense ? [flattened] : place.input;
    const { weights } = parametersOf(place, own);
    return weights === 0 ? [] : [count(counting(place, own))];
  });
  if (counts.length === 0) throw new DomainError('no layer has parameters');
  return tensor([counts.length], counts);
}

const all: Counting = (place, input) => {
  const { weights, biases } = parametersOf(place, input);
  return weights + biases;
};

interface WrongCount {
  readonly counting: Counting;
  readonly show: string;
  readonly hint: string;
  /** Whether the wrong way differs at a layer. */
  readonly touches: (place: TracedLayer) => boolean;
}
const isConvolution = ({ layer }: TracedLayer): boolean => layer.kind === 'conv' && !layer.depthwise;
const wrongCounts: Readonly<Record<string, WrongCount>> = {
  'forgot-bias': {
    counting: (place, input) =>
      isLinear(place.layer) ? parametersOf(place, input).weights : all(place, input),
    show: 'weights alone',
    hint: 'You left the biases out. Each filter and each unit has one: add them to the weights.',
    touches: (place) => isLinear(place.layer) && parametersOf(place, place.input).biases > 0,
  },
  'ignored-input-channels': {
    counting: (place, input) => {
      const { weights, biases } = parametersOf(place, input);
      return isConvolution(place) ? weights / input[0]! + biases : weights + biases;
    },
    show: 'one kernel a filter, and biases',
    hint: 'You gave each filter one kernel. It has one for every input channel: $k \\cdot k \\cdot C_{in}$ weights.',
    touches: (place) =>
      isConvolution(place) && place.input[0]! > 1 && place.layer.kind === 'conv' && place.layer.groups === 1,
  },
  'counted-weights-at-every-position': {
    counting: (place, input) => {
      const { weights, biases } = parametersOf(place, input);
      return place.layer.kind === 'conv'
        ? weights * sizeOf(place.output.slice(1)) + biases
        : weights + biases;
    },
    show: 'weights at every position, and biases',
    hint: 'You counted the weights of convolutions once for every output position. All positions share them.',
    touches: (place) => place.layer.kind === 'conv' && sizeOf(place.output.slice(1)) > 1,
  },
};

/** The entries of a vector written as LaTeX. */
const entries = (written: string): string[] =>
  written
    .replace(/\\(?:begin|end)\{[a-z]{1,10}\}/g, '')
    .split('&')
    .map((entry) => entry.trim());

/** The parameters of each layer that learns, and of the whole network. */
export function parameterSteps(
  key: Architecture,
  layers: Named<Architecture>,
  flattened: Named<number>,
): readonly Step<unknown>[] {
  const { places } = traceLayers(key.input, key.layers);
  const slips = Object.entries(wrongCounts)
    .filter(([, { touches }]) => places.some(touches))
    .map(([name, { counting, show, hint }]): [string, SlipAt<Tensor>] => [
      name,
      slip({
        needs: { layers, flattened },
        run: (read) => countEach(read, counting),
        show: () => `\\text{${show}}`,
        hint,
      }),
    ]);
  const each = step({
    name: 'layer-parameters',
    type: 'vector',
    symbol: '\\text{parameters of each layer}',
    needs: { layers, flattened },
    run: (read): Tensor => countEach(read, all),
    show: () => '\\text{weights and biases}',
    slips: Object.fromEntries(slips),
  });
  const total = step({
    name: 'parameters',
    type: 'integer',
    needs: { each },
    run: ({ each }) => count(each.data.reduce((sum, one) => sum + one, 0)),
    show: ({ each }) => entries(each).join(' + '),
  });
  return [each, total];
}
