import type { Rounding } from '../../engine/conv-size.js';
import { DomainError, GivenError } from '../../engine/domain-error.js';
import { count } from '../../engine/layer-counts.js';
import { solveSize, type SizeRelation, type SizeTerm } from '../../engine/solve-size.js';
import { sizeTerms, type ConvArithmeticGiven } from './schema.js';

/** The relation of a problem with its unknown; the unknown's own entry is 1 and not read. */
export interface Relation {
  readonly sizes: SizeRelation;
  readonly unknown: SizeTerm;
  readonly rounding: Rounding;
  readonly bounds: { readonly from?: number | undefined; readonly to?: number | undefined };
  readonly solutions: readonly number[];
  readonly depths: Depths | undefined;
}

/** Channels of a layer and what its counts depend on besides its sizes. */
export interface Depths {
  readonly axes: number;
  readonly filters: number;
  /** Channels that one filter reads. */
  readonly depth: number;
  readonly bias: boolean;
}

const usual: Partial<SizeRelation> = { padding: 0, stride: 1, dilation: 1 };

function readSizes(given: ConvArithmeticGiven): SizeRelation {
  const { unknown } = given;
  if (given[unknown] !== undefined)
    throw new GivenError([unknown], `${unknown} is asked for, yet it is given`, 'Leave it out.');
  const entries = sizeTerms.map((term): [SizeTerm, number] => {
    if (term === unknown) return [term, 1];
    const value = given[term] ?? usual[term];
    if (value === undefined)
      throw new GivenError([term], `${term} is not given`, `Give it, or ask for it as the unknown.`);
    return [term, value];
  });
  return Object.fromEntries(entries) as unknown as SizeRelation;
}

function readDepths({ inputChannels, filters, groups, axes, bias }: ConvArithmeticGiven): Depths | undefined {
  if (inputChannels === undefined && filters === undefined) return undefined;
  if (inputChannels === undefined || filters === undefined)
    throw new GivenError(
      [inputChannels === undefined ? 'inputChannels' : 'filters'],
      'inputChannels and filters belong together',
      'Give both, or neither.',
    );
  if (inputChannels % groups !== 0 || filters % groups !== 0)
    throw new GivenError(
      ['groups'],
      `${groups} groups do not divide ${inputChannels} channels and ${filters} filters`,
      'Give a number that divides both.',
    );
  return { axes, filters, depth: inputChannels / groups, bias };
}

/** The value the worked solution goes on with: one that leaves nothing over if there is one, else the smallest. */
export function preferred(values: readonly number[], { sizes, unknown }: Relation): number {
  const exact = solveSize(sizes, unknown, 'exact');
  const chosen = values.find((value) => exact.includes(value)) ?? values[0];
  if (chosen === undefined) throw new DomainError('there is no value to go on with');
  return chosen;
}

/** The product of counts; exact, or refused. */
export const product = (...factors: readonly number[]): number =>
  count(factors.reduce((all, factor) => all * factor, 1));

function checkCounts(relation: Relation): void {
  const { depths, sizes, unknown } = relation;
  if (!depths) return;
  const known = { ...sizes, [unknown]: preferred(relation.solutions, relation) };
  try {
    product(known.input ** depths.axes, known.kernel ** depths.axes, depths.depth, depths.filters, 2);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GivenError(['filters'], error.message, 'Give smaller sizes or fewer channels.');
  }
}

/** Reads the givens; throws a GivenError for those that make no sense together. */
export function readRelation(given: ConvArithmeticGiven): Relation {
  const sizes = readSizes(given);
  const { unknown, rounding, from, to } = given;
  if (unknown === 'dilation' && sizes.kernel === 1)
    throw new GivenError(['kernel'], 'a kernel of size 1 has no dilation', 'Give a larger kernel.');
  if (from !== undefined && to !== undefined && from > to)
    throw new GivenError(['from'], `nothing lies between ${from} and ${to}`, 'Give from and to in order.');
  const bounds = { from, to };
  const solutions = solveSize(sizes, unknown, rounding, bounds);
  if (solutions.length === 0)
    throw new GivenError(
      [unknown === 'output' ? 'input' : 'output'],
      `no ${unknown} fulfils the relation under ${rounding}${from !== undefined || to !== undefined ? ' within the bounds' : ''}`,
      'Change the sizes, the bounds, or the rounding.',
    );
  if (solutions.length > 200)
    throw new GivenError(
      ['unknown'],
      `${solutions.length} values of the ${unknown} fulfil the relation`,
      'Narrow it down with from and to.',
    );
  const relation = { sizes, unknown, rounding, bounds, solutions, depths: readDepths(given) };
  checkCounts(relation);
  return relation;
}
