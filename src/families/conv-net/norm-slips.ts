import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { slip } from '../../engine/worksheet.js';
import type { Named, SlipAt } from '../../engine/worksheet.js';
import { featuresOf } from '../../engine/layers/layer-shapes.js';
import { channelsWritten, productWritten } from '../../engine/layers/layout.js';
import type { Place } from './place.js';
import type { Slips } from './wrong-parameters.js';

/** Wrong numbers of parameters of batch normalisation. */
export function normSlips(place: Place, input: Named<Shape>): Slips<number> {
  const { flat, conventions } = place;
  const features = (shape: Shape): number => featuresOf(shape, flat, conventions.layout);
  const written = (shape: string): string =>
    flat ? productWritten(shape) : channelsWritten(shape, conventions.layout);
  const counted = (
    run: (shape: Shape) => number,
    show: (input: string) => string,
    hint: string,
  ): SlipAt<number> =>
    slip({ needs: { input }, run: (read) => run(read.input), show: ({ input: shape }) => show(shape), hint });
  const made: Slips<number> = {
    'counted-running-statistics': counted(
      (shape) => 4 * features(shape),
      (input) => `4 \\cdot ${written(input)}`,
      'You counted the running mean and variance as parameters. They are tracked, not trained: only γ and β are, two for each channel.',
    ),
    'counted-one-per-channel': counted(
      (shape) => features(shape),
      written,
      'You counted one parameter for each channel. Batch normalisation learns two: a scale γ and a shift β.',
    ),
  };
  if (place.input.length > 1)
    made['counted-norm-per-position'] = counted(
      (shape) => 2 * sizeOf(shape),
      (input) => `2 \\cdot ${productWritten(input)}`,
      'You counted γ and β for every position. All positions of a channel share them: $2C$ in all.',
    );
  return made;
}
