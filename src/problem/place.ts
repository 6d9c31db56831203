import type { Item, Part } from './item.js';

/** Where an item stands, in words: "part (a)" or "part (b), E1, output". */
export function placeOf(item: Item, part: Part): string {
  const heading = part.label.startsWith('(') ? `part ${part.label}` : part.label;
  return part.items.length === 1 || item.label === '' ? heading : `${heading}, ${item.label}`;
}

/** The same for an item of some parts. */
export const placeAmong = (item: Item, parts: readonly Part[]): string =>
  placeOf(
    item,
    parts.find(({ id }) => id === item.part)!,
  );
