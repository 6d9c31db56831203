import { sizeOf, type Shape } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';

const sizes = (written: string): string[] => written.match(/\d+/g) ?? [];

/** The number of values in the flattened map. */
export function flattenedStep(map: Shape, featureMap: Named<Shape>): Step<number> {
  const short = (keep: <T>(axes: readonly T[]) => readonly T[], hint: string): SlipAt<number> =>
    slip({
      needs: { featureMap },
      run: ({ featureMap }) => sizeOf(keep(featureMap)),
      show: ({ featureMap }) => keep(sizes(featureMap)).join(' \\cdot '),
      hint,
    });
  const made: Record<string, SlipAt<number>> = {};
  if (map.slice(1).some((size) => size > 1)) {
    made['ignored-flattening'] = short(
      (axes) => axes.slice(0, 1),
      'You took the channels for the length of the vector. Flattening lines up every value: channels times height times width.',
    );
    if (map.length > 2)
      made['dropped-an-axis'] = short(
        (axes) => axes.slice(0, -1),
        'You multiplied only two of the sizes. Flattening lines up every value: channels times height times width.',
      );
  }
  if (map[0]! > 1)
    made['ignored-channels'] = short(
      (axes) => axes.slice(1),
      'You multiplied height and width only. Every channel has that many values: multiply by the channels as well.',
    );
  return step({
    name: 'flattened',
    type: 'integer',
    needs: { featureMap },
    run: ({ featureMap }) => sizeOf(featureMap),
    show: ({ featureMap }) => sizes(featureMap).join(' \\cdot '),
    slips: made,
  });
}
