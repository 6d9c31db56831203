import type { LayerRecord } from '../../engine/layers/layer-record.js';
import type { LayerArguments, SlotValue } from './layer-arguments.js';
import type { Slot } from './layer-names.js';
import { product, type NumberToken } from './layer-tokens.js';

/** A record, or what is missing or too much in words that follow "it ". */
export type Built = { readonly record: LayerRecord; readonly note?: string } | string;

/** What each slot of a layer holds, its positional numbers in their places. */
export type Placed = ReadonlyMap<Slot, SlotValue>;

export const conflict =
  'has numbers whose meaning is unclear; name them, as in "Conv2d(in_channels=3, out_channels=32, kernel_size=5)"';

/** Gives positional numbers the slots of their order. */
export function withOrder({ positional, slots }: LayerArguments, order: readonly Slot[]): Placed | string {
  if (positional.length > order.length) return 'has more numbers than a layer of its kind takes';
  const all = new Map(slots);
  for (const [place, value] of positional.entries()) {
    const slot = order[place]!;
    if (all.has(slot)) return conflict;
    all.set(slot, value);
  }
  return all;
}

export const isNumber = (value: SlotValue | undefined): value is NumberToken => typeof value === 'object';

/** A whole number in a slot, products worked out; undefined where there is none. */
export const countIn = (all: Placed, slot: Slot): number | undefined => {
  const value = all.get(slot);
  return isNumber(value) ? product(value) : undefined;
};

/** The entries of a layer with weights: the inputs it declares, and a bias left out. */
export const learntIn = (all: Placed) => {
  const inputs = countIn(all, 'inputs');
  return { ...(inputs !== undefined && { inputs }), ...(all.get('bias') === 'no' && { bias: false }) };
};
