import type { AuthoringError } from '../authoring-error.js';
import type { Distribution, Vary } from './distribution.js';
import { parsePath, valueAt } from './given-path.js';
import { gridOf } from './grid.js';

type Fault = { readonly message: string; readonly hint: string };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const allSame = (entries: readonly unknown[]): boolean => entries.every((entry) => same(entry, entries[0]));

function rangeFault(distribution: Distribution): Fault | undefined {
  if (!('from' in distribution)) return undefined;
  const grid = gridOf(distribution);
  return 'error' in grid
    ? { message: grid.error, hint: 'Give a smaller `from` and a larger `to`, or a coarser grid.' }
    : undefined;
}

function kindFault(distribution: Distribution, stated: unknown): Fault | undefined {
  if ('each' in distribution)
    return Array.isArray(stated)
      ? undefined
      : { message: 'the given is no list, so it has no entries to draw', hint: 'Write `draw` for `each`.' };
  if ('draw' in distribution && distribution.draw === 'permutation')
    return Array.isArray(stated) && !allSame(stated)
      ? undefined
      : { message: 'the given has no two entries to exchange', hint: 'Give a list whose entries differ.' };
  if ('from' in distribution && typeof stated !== 'number')
    return {
      message: `the given is ${Array.isArray(stated) ? 'a list' : 'no number'}`,
      hint: Array.isArray(stated) ? 'Write `each` for `draw`.' : 'Write `draw: choice` with `of`.',
    };
  return undefined;
}

function choiceFault(distribution: Distribution): Fault | undefined {
  return 'of' in distribution && allSame(distribution.of)
    ? { message: 'all choices are the same', hint: 'Give at least two that differ.' }
    : undefined;
}

/** What is wrong with distributions before anything is drawn. */
export function checkVary(given: unknown, vary: Vary): AuthoringError[] {
  const keys = Object.keys(vary);
  return Object.entries(vary).flatMap(([key, distribution]): AuthoringError[] => {
    const path = ['vary', key];
    const stated = valueAt(given, parsePath(key));
    if (stated === undefined) {
      const names = Object.keys(given as object).join(', ');
      return [
        {
          path,
          message: `no given stands at "${key}"`,
          hint: `The givens are ${names}; write layers.0.weights for what is inside one.`,
        },
      ];
    }
    const outer = keys.find((other) => key.startsWith(`${other}.`));
    if (outer !== undefined)
      return [
        { path, message: `it is part of "${outer}", which is drawn as well`, hint: 'Draw one of them.' },
      ];
    const fault = rangeFault(distribution) ?? kindFault(distribution, stated) ?? choiceFault(distribution);
    return fault ? [{ path, ...fault }] : [];
  });
}
