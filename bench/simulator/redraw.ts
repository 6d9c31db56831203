import type { Random } from './random.js';

/** Another number of the same kind: whole numbers stay whole and positive ones positive; 0 and 1 often stay. */
function redrawNumber(value: number, random: Random): number {
  if (Number.isInteger(value)) {
    if (Math.abs(value) <= 1) return random.chance(0.8) ? value : value + 1;
    const span = Math.max(1, Math.floor(Math.abs(value) / 2));
    const moved = value + random.below(2 * span + 1) - span;
    return moved === 0 ? value : moved;
  }
  const places = (String(value).split('.')[1] ?? '').length;
  return Number((value * (0.6 + random.below(900) / 1000)).toFixed(Math.max(places, 2)));
}

/** Givens with about a `share` of their numbers drawn again. */
export const redraw = (given: unknown, share: number, random: Random): unknown => {
  if (typeof given === 'number') return random.chance(share) ? redrawNumber(given, random) : given;
  if (Array.isArray(given)) return given.map((entry) => redraw(entry, share, random));
  if (typeof given === 'object' && given !== null)
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, redraw(value, share, random)]),
    );
  return given;
};
