import type { Misreading, Worksheet } from '../../engine/worksheet.js';
import { allVary, valuesPer } from './arithmetic.js';
import type { Batch } from './batch.js';

/** Statistics taken over the wrong axes: the same worksheet, with one statistic per position along other axes. */
export function misreadAxes(
  batch: Batch,
  worksheet: (axes: readonly number[]) => Worksheet,
): Record<string, Misreading> {
  const { z, layout, unit, units, unitAxes, given } = batch;
  if (given.mode === 'evaluation') return {};
  const every = layout.map((_, axis) => axis);
  const example = layout.indexOf('N');
  const pixels = every.filter((axis) => layout[axis] !== 'N' && layout[axis] !== 'C');
  const over = layout.filter((letter) => letter !== 'C').join(', ');
  const right =
    unit === 'unit'
      ? 'batch normalisation takes each unit by itself, over all examples'
      : `batch normalisation takes each channel by itself, over $${over}$ together`;
  const ways: Record<string, { axes: readonly number[]; did: string }> = {
    'normalized-each-example': {
      axes: [example],
      did: `You took mean and variance within each example, across its ${unit}s`,
    },
    'normalized-over-everything': {
      axes: [],
      did: `You took one mean and one variance over all entries, whatever their ${unit}`,
    },
    'normalized-each-pixel': {
      axes: every.filter((axis) => axis !== example),
      did: 'You took mean and variance over the examples only, for each position by itself',
    },
    'normalized-each-map': {
      axes: every.filter((axis) => !pixels.includes(axis)),
      did: 'You took mean and variance within each example and channel, over the positions only',
    },
  };
  const possible = Object.entries(ways).filter(([, { axes }]) => {
    if (axes.includes(-1) || String(axes) === String(unitAxes) || valuesPer(z, axes) < 2) return false;
    // With one example or one unit, these are the right axes or another of these ways.
    if (axes.includes(example) ? z.shape[example] === 1 : axes.length === 0 && units === 1) return false;
    return given.epsilon > 0 || allVary(z, axes);
  });
  return Object.fromEntries(
    possible.map(([name, { axes, did }]) => {
      let built: Worksheet | undefined;
      return [name, { hint: `${did}; ${right}.`, worksheet: () => (built ??= worksheet(axes)) }];
    }),
  );
}
