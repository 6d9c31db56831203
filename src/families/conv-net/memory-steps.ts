import { count } from '../../engine/layer-counts.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { slip, step } from '../../engine/worksheet.js';
import type { Named, Step } from '../../engine/worksheet.js';
import { productWritten } from '../../engine/layers/layout.js';

/** Number of values of a shape that must be kept. */
export const valuesStep = (name: string, output: Named<Shape>): Step<number> =>
  step({
    name,
    type: 'integer',
    needs: { output },
    run: (read) => count(sizeOf(read.output)),
    show: (written) => productWritten(written.output),
  });

/** How much more or fewer values the output has than the input, in percent of the input. */
export function memoryChangeStep(name: string, input: Named<Shape>, output: Named<Shape>): Step<number> {
  const needs = { input, output };
  const difference = (read: { input: Shape; output: Shape }): number =>
    sizeOf(read.output) - sizeOf(read.input);
  return step({
    name,
    type: 'number',
    needs,
    run: (read) => (100 * difference(read)) / sizeOf(read.input),
    show: (written) =>
      `100 \\cdot \\frac{${productWritten(written.output)} - ${productWritten(written.input)}}{${productWritten(written.input)}}`,
    slips: {
      'gave-ratio-for-change': slip({
        needs,
        run: (read) => (100 * sizeOf(read.output)) / sizeOf(read.input),
        show: (written) =>
          `100 \\cdot \\frac{${productWritten(written.output)}}{${productWritten(written.input)}}`,
        hint: 'You gave the new size in percent of the old one. The change is what was added or saved: subtract 100 %.',
      }),
      'divided-by-new-size': slip({
        needs,
        run: (read) => (100 * difference(read)) / sizeOf(read.output),
        show: (written) =>
          `100 \\cdot \\frac{${productWritten(written.output)} - ${productWritten(written.input)}}{${productWritten(written.output)}}`,
        hint: 'You took the change in percent of the output. A change is measured against what was there before, the input.',
      }),
      'dropped-the-sign': slip({
        needs,
        run: (read) => (100 * Math.abs(difference(read))) / sizeOf(read.input),
        show: (written) =>
          `100 \\cdot \\left| \\frac{${productWritten(written.output)} - ${productWritten(written.input)}}{${productWritten(written.input)}} \\right|`,
        hint: 'Your amount is right and its direction is missing: a saving has a minus sign.',
      }),
    },
  });
}
