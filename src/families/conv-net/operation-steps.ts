import {
  additionsOf,
  count,
  multiplyAddsOf,
  normOperationsOf,
  poolDivisionsOf,
  poolOperationsOf,
} from '../../engine/layer-counts.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { slip, step } from '../../engine/worksheet.js';
import type { Named, Step } from '../../engine/worksheet.js';
import { isLinear, isPooling } from './layer.js';
import type { AdaptivePool, Linear, Pool } from './layer.js';
import { linearSlips } from './operation-slips.js';
import type { LinearCount, LinearHandles } from './operation-slips.js';
import { productWritten } from './layout.js';
import { linearLoad, poolLoad, productsOf } from './loads.js';
import type { LayerShapes } from './loads.js';
import type { Slips } from './parameter-slips.js';
import type { Place } from './place.js';
import { productsWritten } from './products-written.js';

interface Handles {
  readonly input: Named<Shape>;
  readonly output: Named<Shape>;
  readonly weight: Named<unknown>;
}
type Count = LinearCount | 'comparisons';
type Counts = Partial<Record<Count, Step<number>>>;

const countName = (place: Place, what: string): { name: string; type: string } => ({
  name: `${place.name}.${what}`,
  type: 'integer',
});

function linearCounts(place: Place, layer: Linear, handles: Handles): Counts {
  const { counting, layout } = place.conventions;
  const needsInput = layer.kind === 'transposed-conv' || !counting.paddedTaps;
  // A convolution's products follow from output and weight alone; its input then stays out of what it rests on.
  const needs: LinearHandles = {
    input: needsInput ? handles.input : handles.output,
    output: handles.output,
    weight: handles.weight as Named<Shape>,
  };
  const products = (shapes: LayerShapes): number => productsOf(layer, shapes, layout, counting.paddedTaps);
  const load = (shapes: LayerShapes) => linearLoad(layer, shapes.output, products(shapes));
  const biasCounts = layer.bias && counting.biasAdd[layer.kind === 'fc' ? 'fc' : 'conv'];
  const slipNeeds = { ...needs, input: handles.input };
  return {
    'multiply-adds': step({
      ...countName(place, 'multiply-adds'),
      needs,
      run: (read) => multiplyAddsOf(load(read), counting),
      show: (written) =>
        productsWritten(place, layer, written) +
        (counting.unit === 'mac' && biasCounts ? ` + ${productWritten(written.output)}` : ''),
      slips: linearSlips(place, slipNeeds, 'multiply-adds', products),
    }),
    additions: step({
      ...countName(place, 'additions'),
      needs,
      run: (read) => additionsOf(load(read), counting),
      show: (written) => {
        const outputs = productWritten(written.output);
        return (
          productsWritten(place, layer, written) +
          (counting.unit === 'addmul' ? ` - ${outputs}` : '') +
          (biasCounts ? ` + ${outputs}` : '')
        );
      },
      slips: linearSlips(place, slipNeeds, 'additions', products),
    }),
    multiplications: step({
      ...countName(place, 'multiplications'),
      needs,
      run: (read) => count(products(read)),
      show: (written) => productsWritten(place, layer, written),
      slips: linearSlips(place, slipNeeds, 'multiplications', products),
    }),
  };
}

function poolCounts(place: Place, layer: Pool | AdaptivePool, { input, output }: Handles): Counts {
  const { counting, layout } = place.conventions;
  const load = (read: { input: Shape; output: Shape }) =>
    poolLoad(layer, read.input, read.output, layout, counting.paddedTaps);
  const window = layer.kind === 'pool' ? layer.axes.map(({ kernel }) => kernel).join(' \\cdot ') : undefined;
  const show = (written: { input: string; output: string }): string => {
    const outputs = productWritten(written.output);
    const taps = window === undefined ? '\\text{values in all windows}' : `${outputs} \\cdot ${window}`;
    if (counting.pool === 'k2-1') return window === undefined ? `${taps} - ${outputs}` : `${outputs} \\cdot (${window} - 1)`;
    return counting.pool === 'k2' ? taps : counting.pool === 'input' ? productWritten(written.input) : '0';
  };
  const slips: Slips<number> =
    counting.pool === 'k2-1'
      ? {
          'counted-one-too-many': slip({
            needs: { input, output },
            run: (read) => load(read).taps,
            show: (written) => `${productWritten(written.output)} \\cdot ${window ?? 'n'}`,
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
export function operationSteps(place: Place, handles: Handles): { steps: Step<number>[]; totals: ReadonlyMap<string, Named<number>> } {
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
