import { slip } from '../../engine/worksheet.js';
import type { Named, SlipAt } from '../../engine/worksheet.js';
import type { Shape } from '../../engine/tensor.js';
import { axesWritten, channelsOf, featureMap, shapeWritten } from '../../engine/layers/layout.js';
import type { Place } from './place.js';

/** The pool a place undoes: the named one, else the last before it that is not undone yet. */
export function mirroredPool(place: Place): string | undefined {
  if (place.layer.kind !== 'max-unpool') return undefined;
  if (place.layer.indicesFrom !== undefined) return place.layer.indicesFrom;
  let undone = 0;
  for (let before = place.previous; before; before = before.previous) {
    if (before.layer.kind === 'max-unpool') undone++;
    else if (before.layer.kind === 'pool' && undone-- === 0) return before.name;
  }
  return undefined;
}

const placeNamed = (from: Place, name: string): Place | undefined => {
  for (let before = from.previous; before; before = before.previous) if (before.name === name) return before;
  return undefined;
};

/** Wrong channel counts of a layer's output. */
export function channelSlips(
  place: Place,
  input: Named<Shape>,
  size: Named<Shape>,
): Record<string, SlipAt<Shape>> {
  const { layer, conventions } = place;
  const { layout } = conventions;
  const channels = channelsOf(place.input, layout);
  const made: Record<string, SlipAt<Shape>> = {};
  const withChannels = (
    of: (inputChannels: number) => number,
    write: (channels: string) => string,
    hint: string,
  ): SlipAt<Shape> =>
    slip({
      needs: { input, size },
      run: (read): Shape => featureMap(of(channelsOf(read.input, layout)), read.size, layout),
      show: (written) => {
        const axes = axesWritten(written.input);
        const inputChannels = (layout === 'channels-first' ? axes[0] : axes.at(-1)) ?? '';
        return shapeWritten(featureMap(write(inputChannels), axesWritten(written.size), layout));
      },
      hint,
    });
  if (layer.kind === 'conv' || layer.kind === 'transposed-conv') {
    if (layer.filters !== channels)
      made['kept-input-channels'] = withChannels(
        (inputs) => inputs,
        (inputs) => inputs,
        'You kept the channels of the input. Each filter makes one output channel, so there are as many as filters.',
      );
    if (channels > 1 && !(layer.kind === 'conv' && layer.depthwise))
      made['multiplied-channels'] = withChannels(
        (inputs) => inputs * layer.filters,
        (inputs) => `${inputs} \\cdot ${layer.filters}`,
        'You multiplied input channels by filters. A filter sums over its input channels, so each filter leaves one channel.',
      );
  }
  if (layer.kind === 'pool' && layer.axes[0]!.stride > 1 && channels > 1) {
    const { stride } = layer.axes[0]!;
    made['shrank-channels'] = withChannels(
      (inputs) => Math.max(Math.floor(inputs / stride), 1),
      (inputs) => `\\left\\lfloor \\frac{${inputs}}{${stride}} \\right\\rfloor`,
      'You divided the channels by the stride as well. Pooling works on height and width; every channel is pooled by itself and stays.',
    );
  }
  const pool = mirroredPool(place);
  const undone = pool === undefined ? undefined : placeNamed(place, pool);
  if (undone && channelsOf(undone.output, layout) !== channels)
    made['copied-pool-channels'] = withChannels(
      () => channelsOf(undone.output, layout),
      () => `${channelsOf(undone.output, layout)}`,
      'You gave the output the channels of the pool that is undone. Unpooling moves values about within each channel it receives and keeps their number.',
    );
  return made;
}
