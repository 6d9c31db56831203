import { zipPer } from '../../engine/statistics.js';
import type { Tensor } from '../../engine/tensor.js';
import { slip, step, type Given, type Named, type Step } from '../../engine/worksheet.js';
import type { Batch } from './batch.js';
import { typeOfRank } from './formulas.js';

/** γẑ + β, each unit by its own scale and shift. */
export function outputStep(
  { z: batch, unitAxes, gamma: scales, beta: shifts }: Batch,
  givens: { readonly z: Given<Tensor>; readonly gamma: Given<Tensor>; readonly beta: Given<Tensor> },
  normalized: Named<Tensor>,
): Step<Tensor> {
  const { z, gamma, beta } = givens;
  const multiply = (entries: Tensor, by: Tensor): Tensor => zipPer(entries, by, unitAxes, (a, b) => a * b);
  const add = (entries: Tensor, by: Tensor): Tensor => zipPer(entries, by, unitAxes, (a, b) => a + b);
  const scaled = scales.data.some((scale) => scale !== 1);
  const shifted = shifts.data.some((shift) => shift !== 0);
  return step({
    name: 'output',
    type: typeOfRank(batch.shape.length),
    symbol: '\\tilde z',
    needs: { normalized, gamma, beta },
    run: ({ normalized, gamma, beta }) => add(multiply(normalized, gamma), beta),
    show: () => '\\gamma \\hat z + \\beta',
    slips: {
      ...(scales.data.some((scale, unit) => scale !== shifts.data[unit]) && {
        'swapped-gamma-and-beta': slip({
          needs: { normalized, gamma, beta },
          run: ({ normalized, gamma, beta }) => add(multiply(normalized, beta), gamma),
          show: () => '\\beta \\hat z + \\gamma',
          hint: 'Your scale and shift are exchanged: you computed $\\beta\\hat z + \\gamma$, the layer computes $\\gamma\\hat z + \\beta$.',
        }),
      }),
      ...(scaled && {
        'skipped-gamma': slip({
          needs: { normalized, beta },
          run: ({ normalized, beta }) => add(normalized, beta),
          show: () => '\\hat z + \\beta',
          hint: 'You left out the scale: you computed $\\hat z + \\beta$, the layer computes $\\gamma\\hat z + \\beta$.',
        }),
      }),
      ...(shifted && {
        'skipped-beta': slip({
          needs: { normalized, gamma },
          run: ({ normalized, gamma }) => multiply(normalized, gamma),
          show: () => '\\gamma \\hat z',
          hint: 'You left out the shift: you computed $\\gamma\\hat z$, the layer computes $\\gamma\\hat z + \\beta$.',
        }),
        'subtracted-beta': slip({
          needs: { normalized, gamma, beta },
          run: ({ normalized, gamma, beta }) =>
            zipPer(multiply(normalized, gamma), beta, unitAxes, (entry, shift) => entry - shift),
          show: () => '\\gamma \\hat z - \\beta',
          hint: 'You subtracted the shift; the layer adds it, $\\gamma\\hat z + \\beta$.',
        }),
      }),
      ...(scaled &&
        shifted && {
          'shifted-before-scaling': slip({
            needs: { normalized, gamma, beta },
            run: ({ normalized, gamma, beta }) => multiply(add(normalized, beta), gamma),
            show: () => '\\gamma (\\hat z + \\beta)',
            hint: 'You shifted before you scaled, $\\gamma(\\hat z + \\beta)$; the layer scales first, $\\gamma\\hat z + \\beta$.',
          }),
        }),
      'skipped-normalizing': slip({
        needs: { z, gamma, beta },
        run: ({ z, gamma, beta }) => add(multiply(z, gamma), beta),
        show: () => '\\gamma z + \\beta',
        hint: 'You scaled and shifted $z$ itself; the layer scales and shifts the normalised $\\hat z$.',
      }),
    },
  });
}
