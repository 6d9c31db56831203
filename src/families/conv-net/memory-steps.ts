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

const difference = (read: { input: Shape; output: Shape }): number =>
  sizeOf(read.output) - sizeOf(read.input);

const changeOf = (read: { input: Shape; output: Shape }): number =>
  (100 * difference(read)) / sizeOf(read.input);

const changeWritten = (written: { input: string; output: string }): string =>
  `100 \\cdot \\frac{${productWritten(written.output)} - ${productWritten(written.input)}}{${productWritten(written.input)}}`;

/** How much more or fewer values the output has than the input, in percent of the input. */
export function memoryChangeStep(
  name: string,
  input: Named<Shape>,
  output: Named<Shape>,
  layers: readonly { readonly input: Named<Shape>; readonly output: Named<Shape> }[] = [],
): Step<number> {
  const needs = { input, output };
  return step({
    name,
    type: 'number',
    needs,
    run: changeOf,
    show: changeWritten,
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
      ...(layers.length > 1 && {
        'added-changes-of-layers': slip({
          needs: Object.fromEntries(
            layers.flatMap(({ input, output }, at) => [
              [`input${at}`, input],
              [`output${at}`, output],
            ]),
          ) as Record<string, Named<Shape>>,
          run: (read) =>
            layers.reduce(
              (sum, _, at) => sum + changeOf({ input: read[`input${at}`]!, output: read[`output${at}`]! }),
              0,
            ),
          show: (written) =>
            layers
              .map((_, at) =>
                changeWritten({ input: written[`input${at}`]!, output: written[`output${at}`]! }),
              )
              .join(' + '),
          hint: 'You added up the changes of the layers. They are percentages of different sizes: compare what the network puts out with what it takes in.',
        }),
      }),
    },
  });
}
