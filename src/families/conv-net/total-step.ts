import { count } from '../../engine/layer-counts.js';
import { slip, step } from '../../engine/worksheet.js';
import type { Named, SlipAt, Step } from '../../engine/worksheet.js';

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, part) => sum + part, 0);

/** A sum that stops too soon or starts too late, among the layers that contribute to it. */
function leftOut(needs: Record<string, Named<number>>, which: 'first' | 'last'): SlipAt<number> {
  const kept = <T>(parts: readonly T[], isNothing: (part: T) => boolean): T[] => {
    const all = parts.filter((part) => !isNothing(part));
    return which === 'first' ? all.slice(1) : all.slice(0, -1);
  };
  return slip({
    needs,
    run: (read) => sumOf(kept(Object.values(read), (part) => part === 0)),
    show: (written) => kept(Object.values(written), (part) => part === '0').join(' + ') || '0',
    hint: `You left the ${which} layer that counts here out of your sum. The total takes in every layer.`,
  });
}

/** A sum of counts; those that contribute nothing are left out of the line. */
export function totalStep(
  name: string,
  parts: readonly Named<number>[],
  of: 'layers' | 'gradients' = 'gradients',
): Step<number> {
  const needs = Object.fromEntries(parts.map((part) => [part.name, part]));
  return step({
    name,
    type: 'integer',
    needs,
    run: (read) => count(sumOf(Object.values(read))),
    show: (written) =>
      Object.values(written)
        .filter((part) => part !== '0')
        .join(' + ') || '0',
    slips:
      of === 'layers' && parts.length > 1
        ? { 'left-out-first-layer': leftOut(needs, 'first'), 'left-out-last-layer': leftOut(needs, 'last') }
        : {},
  });
}
