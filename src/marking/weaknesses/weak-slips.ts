import type { Credit } from '../../problem/rubric.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import type { Problem } from '../../problem/problem.js';
import type { BlindSpots } from './blind-spots.js';
import { slipUses } from '../diagnosis/explanations.js';
import { digitsSlip, neighbourSlip } from '../diagnosis/reading-slips.js';
import type { Weakness } from './weaknesses.js';

type Path = readonly (string | number)[];

/** A slip that the author of a problem names, and where. */
interface Named {
  readonly slip: string;
  readonly path: Path;
}

const inList = (slips: readonly string[] | undefined, path: Path): Named[] =>
  (slips ?? []).map((slip, position) => ({ slip, path: [...path, 'slips', position] }));
const inCredit = (credit: Credit | undefined, path: Path): Named[] =>
  Object.keys(credit?.slips ?? {}).map((slip) => ({ slip, path: [...path, 'credit', 'slips', slip] }));

/** The slips named in `slips:` and `credit.slips`, of the problem, its parts and their items. */
const namedSlips = ({ slips, parts }: Problem): Named[] => [
  ...inList(slips, []),
  ...Object.entries(parts).flatMap(([part, spec]) =>
    [
      { spec, path: ['parts', part] },
      ...Object.entries(spec.items ?? {}).map(([item, own]) => ({
        spec: own,
        path: ['parts', part, 'items', item],
      })),
    ].flatMap(({ spec: { slips: own, credit }, path }) => [...inList(own, path), ...inCredit(credit, path)]),
  ),
];

/** All names a slip of this problem can have. */
const knownNames = (problem: OpenProblem): Set<string> =>
  new Set([
    ...slipUses(problem).map(({ slip }) => slip),
    ...problem.items.flatMap((item) =>
      item.kind === 'answer' ? (item.type.slips ?? []).map(({ name }) => name) : [],
    ),
    neighbourSlip,
    digitsSlip,
  ]);

/** Slips that the author names and this instance has not, or cannot tell. */
export function weakSlips(problem: OpenProblem, { hidden, swallowed, alike }: BlindSpots): Weakness[] {
  const known = knownNames(problem);
  return namedSlips(problem.source).flatMap(({ slip, path }): Weakness[] => {
    const found = (message: string, hint: string): Weakness[] => [{ path, message, hint }];
    if (!known.has(slip))
      return found(
        `no slip of this problem is named "${slip}"`,
        `\`tickmark families ${problem.family.name}\` lists the names.`,
      );
    if (hidden.includes(slip))
      return found(`"${slip}" changes no answer on these numbers`, 'Choose numbers on which it shows.');
    if (swallowed.includes(slip))
      return found(
        `"${slip}" changes answers by less than the tolerance, so who makes it is marked right`,
        'Set a smaller tolerance, or choose other numbers.',
      );
    const others = alike.find((group) => group.includes(slip))?.filter((other) => other !== slip) ?? [];
    return others.length > 0
      ? found(
          `"${slip}" gives the same values as ${others.join(', ')} on these numbers`,
          'Choose numbers on which they differ.',
        )
      : [];
  });
}
