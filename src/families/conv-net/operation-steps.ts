import { count, normOperationsOf } from '../../engine/layer-counts.js';
import { sizeOf } from '../../engine/tensor.js';
import { slip, step } from '../../engine/worksheet.js';
import type { Named, Step } from '../../engine/worksheet.js';
import { countName } from './counted-steps.js';
import type { Count, Counts, Handles } from './counted-steps.js';
import { isLinear, isPooling } from '../../engine/layers/layer.js';
import { productWritten } from '../../engine/layers/layout.js';
import { linearCounts } from './linear-counts.js';
import type { Place } from './place.js';
import { poolCounts } from './pool-counts.js';

function otherCounts(place: Place, { input, output }: Handles): Counts {
  const { layer, conventions } = place;
  const { counting, mode } = conventions;
  if (layer.kind === 'batch-norm') {
    const each = normOperationsOf(1, counting, mode);
    const part = (what: 'additions' | 'multiplications'): Step<number> =>
      step({
        ...countName(place, what),
        needs: { output },
        run: (read) => normOperationsOf(sizeOf(read.output), counting, mode)[what],
        show: (written) => `${each[what]} \\cdot ${productWritten(written.output)}`,
      });
    return { additions: part('additions'), multiplications: part('multiplications') };
  }
  if (layer.kind === 'elementwise' && layer.activation.endsWith('relu') && counting.relu === 'numel')
    return {
      comparisons: step({
        ...countName(place, 'comparisons'),
        needs: { output },
        run: (read) => count(sizeOf(read.output)),
        show: (written) => productWritten(written.output),
      }),
    };
  if (layer.kind !== 'max-unpool') return {};
  const window = layer.axes.reduce((all, { kernel }) => all * kernel, 1);
  return {
    comparisons: step({
      ...countName(place, 'comparisons'),
      needs: {},
      run: () => 0,
      show: () => '0',
      slips: {
        'compared-while-unpooling': slip({
          needs: { input },
          run: (read) => sizeOf(read.input) * (window - 1),
          show: (written) => `${productWritten(written.input)} \\cdot (${window} - 1)`,
          hint: 'You counted comparisons. Unpooling only copies values to where their maxima were; nothing is compared.',
        }),
      },
    }),
  };
}

function countsOf(place: Place, handles: Handles): Counts {
  if (isLinear(place.layer)) return linearCounts(place, place.layer, handles);
  return isPooling(place.layer) ? poolCounts(place, place.layer, handles) : otherCounts(place, handles);
}

/** A layer's operations in one forward pass of one example: each sort, and all that the convention counts. */
export function operationSteps(
  place: Place,
  handles: Handles,
): { steps: Step<number>[]; totals: ReadonlyMap<string, Named<number>> } {
  const made = countsOf(place, handles);
  const part = (what: Count): Step<number> =>
    made[what] ?? step({ ...countName(place, what), needs: {}, run: () => 0, show: () => '0' });
  const parts = {
    'multiply-adds': part('multiply-adds'),
    additions: part('additions'),
    multiplications: part('multiplications'),
    comparisons: part('comparisons'),
  };
  const asOne = isLinear(place.layer) && place.conventions.counting.unit === 'mac';
  const operations = asOne
    ? step({
        ...countName(place, 'operations'),
        needs: { products: parts['multiply-adds'] },
        run: (read) => read.products,
        show: (written) => written.products,
      })
    : step({
        ...countName(place, 'operations'),
        needs: { add: parts.additions, mul: parts.multiplications, compare: parts.comparisons },
        run: (read) => count(read.add + read.mul + read.compare),
        show: ({ add, mul, compare }) => `${add} + ${mul} + ${compare}`,
      });
  const steps = [...Object.values(parts), operations];
  return { steps, totals: new Map([...Object.entries(parts), ['operations', operations]]) };
}
