import type { AnswerItem } from '../item.js';
import type { Built } from '../open-problem.js';
import { coincide } from './coincide.js';

/** A problem's items on one set of numbers. */
export interface Instance extends Built {
  readonly items: readonly AnswerItem[];
  /** Slips that may come out right. */
  readonly forgiven: ReadonlySet<string>;
}

/** A wrong way, and whether it gives what another way gives; the name is the same on every instance. */
export interface Encounter {
  readonly name: string;
  readonly coincides: boolean;
}

/** An item with all values that are right for it. */
export interface Asked {
  readonly item: AnswerItem;
  readonly keys: readonly unknown[];
}

export const isKey = ({ item, keys }: Asked, value: unknown): boolean =>
  keys.some((key) => coincide(item, value, key));
