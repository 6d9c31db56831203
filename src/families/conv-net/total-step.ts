import { count } from '../../engine/layer-counts.js';
import { step } from '../../engine/worksheet.js';
import type { Named, Step } from '../../engine/worksheet.js';

/** A sum of counts; those that contribute nothing are left out of the line. */
export function totalStep(name: string, parts: readonly Named<number>[]): Step<number> {
  const needs = Object.fromEntries(parts.map((part) => [part.name, part]));
  return step({
    name,
    type: 'integer',
    needs,
    run: (read) => count(Object.values(read).reduce((sum, part) => sum + part, 0)),
    show: (written) =>
      Object.values(written)
        .filter((part) => part !== '0')
        .join(' + ') || '0',
  });
}
