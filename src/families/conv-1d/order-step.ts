import { fromNested, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Step } from '../../engine/worksheet.js';
import { order } from './flattening.js';
import { outputSizes, type Conv1dLayer } from './layer.js';

/** Channel and position of each entry of the flattened output, a row an entry, counted from the problem's origin. */
export function outputOrderStep(layer: Conv1dLayer): Step<Tensor> {
  const { flattening, given } = layer;
  const [filters, positions] = outputSizes(layer);
  const byChannel = flattening === 'channel-major';
  const show = (): string =>
    `\\text{one ${byChannel ? 'channel' : 'position'} after the other, from } ${given.origin}`;
  const named = (channel: number, position: number): number[] => [
    channel + given.origin,
    position + given.origin,
  ];
  return step({
    name: 'output-order',
    type: 'matrix',
    symbol: '(\\text{channel}, \\text{position}) \\text{ in } \\tilde y',
    needs: {},
    run: () =>
      fromNested(
        order(filters, positions, flattening).map((place) =>
          named(Math.floor(place / positions), place % positions),
        ),
      ),
    show,
    slips: {
      ...(byChannel &&
        filters > 1 && {
          'counted-on-in-first-channel': slip({
            needs: {},
            kind: 'label',
            run: () => fromNested(order(filters, positions, flattening).map((place) => named(0, place))),
            show,
            hint: 'You counted on in the first channel; after its last position the next channel begins, with its own number and its first position.',
          }),
        }),
    },
  });
}
