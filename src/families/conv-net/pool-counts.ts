import { poolDivisionsOf, poolOperationsOf } from '../../engine/layer-counts.js';
import type { Shape } from '../../engine/tensor.js';
import { slip, step } from '../../engine/worksheet.js';
import { countName } from './counted-steps.js';
import type { Counts, Handles } from './counted-steps.js';
import type { AdaptivePool, Pool } from '../../engine/layers/layer.js';
import { productWritten } from '../../engine/layers/layout.js';
import { poolLoad } from './loads.js';
import type { Place } from './place.js';
import { windowsWritten } from './products-written.js';
import type { Slips } from './wrong-parameters.js';

/** Comparisons of a max-pool; additions and divisions of an average pool. */
export function poolCounts(place: Place, layer: Pool | AdaptivePool, { input, output }: Handles): Counts {
  const { counting, layout } = place.conventions;
  const load = (read: { input: Shape; output: Shape }) =>
    poolLoad(layer, read.input, read.output, layout, counting.paddedTaps);
  const show = (written: { input: string; output: string }): string => {
    if (counting.pool === 'k2-1') return windowsWritten(place, layer, written, 1);
    if (counting.pool === 'k2') return windowsWritten(place, layer, written);
    return counting.pool === 'input' ? productWritten(written.input) : '0';
  };
  const slips: Slips<number> =
    counting.pool === 'k2-1'
      ? {
          'counted-one-too-many': slip({
            needs: { input, output },
            run: (read) => load(read).taps,
            show: (written) => windowsWritten(place, layer, written),
            hint:
              layer.of === 'max'
                ? 'You counted a comparison for every value in the window. The largest of $n$ values is found with $n - 1$ comparisons.'
                : 'You counted an addition for every value in the window. The sum of $n$ values takes $n - 1$ additions.',
          }),
        }
      : {};
  const operations = step({
    ...countName(place, layer.of === 'max' ? 'comparisons' : 'additions'),
    needs: { input, output },
    run: (read) => poolOperationsOf(load(read), counting),
    show,
    slips,
  });
  if (layer.of === 'max') return { comparisons: operations };
  const divisions = step({
    ...countName(place, 'multiplications'),
    needs: { input, output },
    run: (read) => poolDivisionsOf(load(read), counting),
    show: (written) => (counting.pool === 'k2-1' ? productWritten(written.output) : '0'),
  });
  return { additions: operations, multiplications: divisions };
}
