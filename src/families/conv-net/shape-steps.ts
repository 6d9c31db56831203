import { named, slip, step } from '../../engine/worksheet.js';
import type { Named, SlipAt, Step } from '../../engine/worksheet.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { channelSlips } from './channel-slips.js';
import { applyRules, outputChannels, outputShape } from '../../engine/layers/layer-shapes.js';
import {
  axesWritten,
  channelsOf,
  featureMap,
  productWritten,
  shapeWritten,
  sizesWritten,
  spatialOf,
  uprightMap,
  vectorShape,
} from '../../engine/layers/layout.js';
import type { Place } from './place.js';
import { sizeSlips } from './size-slips.js';

/** The last pool before a flattening, past layers that leave shapes alone. */
function poolBefore(place: Place): Place | undefined {
  let before = place.previous;
  while (before?.layer.kind === 'elementwise' || before?.layer.kind === 'batch-norm')
    before = before.previous;
  return before?.layer.kind === 'pool' ? before : undefined;
}

/** Wrong lengths of a flattened feature map. */
export function flattenSlips(place: Place, source: Named<Shape>): Record<string, SlipAt<Shape>> {
  const { layout, vectors } = place.conventions;
  const made: Record<string, SlipAt<Shape>> = {};
  if (place.sourceShape.length < 3) return made;
  const onlyChannels = (shape: Shape): number => channelsOf(shape, layout);
  const withoutLast = (shape: Shape): number => onlyChannels(shape) * spatialOf(shape, layout)[0]!;
  const shorter = (length: (shape: Shape) => number, axes: (written: string) => string[], hint: string) =>
    slip({
      needs: { source },
      run: (read): Shape => vectorShape(length(read.source), vectors),
      show: (written) => axes(written.source).join(' \\cdot '),
      hint,
    });
  made['dropped-an-axis'] = shorter(
    withoutLast,
    (written) => axesWritten(written).slice(0, -1),
    'You multiplied only two of the sizes. Flattening lines up every value: channels times height times width.',
  );
  made['ignored-flattening'] = shorter(
    onlyChannels,
    (written) =>
      axesWritten(written)
        .slice(layout === 'channels-first' ? 0 : -1)
        .slice(0, 1),
    'You took the channels for the length of the vector. Flattening lines up every value of the map: channels times height times width.',
  );
  const pool = poolBefore(place);
  if (pool)
    made['flattened-before-pooling'] = slip({
      needs: { unpooled: named<Shape>(`${pool.name}.input`) },
      run: ({ unpooled }): Shape => vectorShape(sizeOf(unpooled), vectors),
      show: ({ unpooled }) => productWritten(unpooled),
      hint: 'You flattened the map as it was before the last pool. The vector is made of what the pool leaves.',
    });
  return made;
}

function inputStep(place: Place): Step<Shape> {
  const { layer, name, sourceShape, conventions } = place;
  const source = named<Shape>(place.source);
  const flattens = layer.kind === 'fc' && sourceShape.length > 1 && !place.sourceFlat;
  return step({
    name: `${name}.input`,
    type: 'shape',
    needs: { source },
    run: (read): Shape =>
      layer.kind === 'fc' ? vectorShape(sizeOf(read.source), conventions.vectors) : read.source,
    show: (written) => (flattens ? productWritten(written.source) : written.source),
    slips: flattens ? flattenSlips(place, source) : {},
  });
}

function outputStep(place: Place, input: Named<Shape>, size: Named<Shape> | undefined): Step<Shape> {
  const { layer, name, conventions } = place;
  const { layout } = conventions;
  const base = { name: `${name}.output`, type: 'shape' } as const;
  if (!size || !place.rules) {
    const flattens = layer.kind === 'flatten';
    return step({
      ...base,
      needs: { input },
      run: (read): Shape => outputShape(layer, read.input, undefined, conventions),
      show: (written) =>
        layer.kind === 'fc'
          ? shapeWritten(vectorShape(layer.units, conventions.vectors))
          : flattens
            ? productWritten(written.input)
            : written.input,
      slips: flattens ? flattenSlips(place, input) : {},
    });
  }
  const dropsAxes = layer.kind === 'adaptive-pool' && !layer.keep;
  return step({
    ...base,
    needs: { input, size },
    run: (read): Shape =>
      outputShape(layer, uprightMap(read.input, place.input, layout), read.size, conventions),
    show: (written) => {
      const axes = axesWritten(written.input);
      const inputChannels = (layout === 'channels-first' ? axes[0] : axes.at(-1)) ?? '';
      const fixed = layer.kind === 'conv' || layer.kind === 'transposed-conv';
      const channels = fixed ? `${outputChannels(layer, channelsOf(place.input, layout))}` : inputChannels;
      return dropsAxes ? channels : shapeWritten(featureMap(channels, axesWritten(written.size), layout));
    },
    slips: channelSlips(place, input, size),
  });
}

/** The shape steps of a layer: its input, for a layer that resizes the new height and width, and its output. */
export function shapeSteps(place: Place): {
  steps: Step<Shape>[];
  input: Named<Shape>;
  output: Named<Shape>;
} {
  const { rules, name, conventions } = place;
  const { layout } = conventions;
  const input = inputStep(place);
  if (!rules) {
    const output = outputStep(place, input, undefined);
    return { steps: [input, output], input, output };
  }
  const size = step({
    name: `${name}.size`,
    type: 'shape',
    needs: { input },
    run: (read): Shape => applyRules(rules, uprightMap(read.input, place.input, layout), layout),
    show: (written) =>
      sizesWritten(
        spatialOf(axesWritten(written.input), layout).map((axis, index) => rules[index]!.show(axis)),
      ),
    slips: sizeSlips(place, input),
  });
  const output = outputStep(place, input, size);
  return { steps: [input, size, output], input, output };
}
