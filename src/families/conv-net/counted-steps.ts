import type { Shape } from '../../engine/tensor.js';
import type { Named, Step } from '../../engine/worksheet.js';
import type { LinearCount } from './operation-slips.js';
import type { Place } from './place.js';

/** The shape steps that counts read. */
export interface Handles {
  readonly input: Named<Shape>;
  readonly output: Named<Shape>;
  readonly weight: Named<unknown>;
}
export type Count = LinearCount | 'comparisons';
/** Steps by what they count; a layer does none of what is absent. */
export type Counts = Partial<Record<Count, Step<number>>>;

export const countName = (place: Place, what: string): { name: string; type: string } => ({
  name: `${place.name}.${what}`,
  type: 'integer',
});
