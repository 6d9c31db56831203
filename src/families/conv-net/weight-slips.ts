import type { Shape } from '../../engine/tensor.js';
import { named, slip } from '../../engine/worksheet.js';
import type { Named } from '../../engine/worksheet.js';
import { weightShape, weightWritten } from '../../engine/layers/layer-shapes.js';
import { axesWritten, channelsOf } from '../../engine/layers/layout.js';
import type { Place } from './place.js';
import { wrongWeights } from './wrong-parameters.js';
import type { MaybeShape, Slips } from './wrong-parameters.js';

/** Wrong shapes of a weight. */
export function weightSlips(place: Place, input: Named<Shape>): Slips<MaybeShape> {
  const { layer, conventions, sourceShape } = place;
  const { layout } = conventions;
  const made: Slips<MaybeShape> = {};
  for (const [name, { shape, factors, hint }] of Object.entries(wrongWeights(place)))
    if (shape)
      made[name] = slip({
        needs: { input },
        run: (read): MaybeShape => shape(read.input),
        show: (written) => factors(written.input).replaceAll('\\cdot', '\\times'),
        hint,
      });
  if (layer.kind === 'fc' && sourceShape.length > 1 && !place.sourceFlat)
    made['ignored-flattening'] = slip({
      needs: { source: named<Shape>(place.source) },
      run: ({ source }): MaybeShape => weightShape(layer, [channelsOf(source, layout)], true, layout),
      show: ({ source }) => {
        const axes = axesWritten(source);
        return weightWritten(layer, (layout === 'channels-first' ? axes[0] : axes.at(-1)) ?? '', layout);
      },
      hint: 'You connected the units to the channels only. Each unit is connected to every value of the flattened map.',
    });
  if (layer.kind === 'fc' || layer.kind === 'conv')
    made['swapped-in-and-out'] = slip({
      needs: { input },
      run: (read): MaybeShape => weightShape(layer, read.input, place.flat, layout, true),
      show: (written) => weightWritten(layer, written.input, layout, true),
      hint:
        layout === 'channels-first'
          ? 'You wrote inputs before outputs. Here a weight is listed as outputs × inputs (× kernel).'
          : 'You wrote outputs before inputs. Here a weight is listed as (kernel ×) inputs × outputs.',
    });
  return made;
}
