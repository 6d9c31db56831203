import type { Diagnosis, Explanation } from '../mark.js';

/** Below this chance of a coincidence, an explanation is told outright. */
const leastDoubt = 0.01;
/** Choices looked at for the smallest set of slips; beyond these the best found so far is taken. */
const mostChoices = 4_000;
/** Smallest sets kept where several are as small. */
const mostSets = 24;

const namesOf = ({ slips }: Explanation): string[] => [...new Set(slips.map(({ slip }) => slip))];

type Explained = Diagnosis & { readonly doubt: NonNullable<Diagnosis['doubt']> };

const isExplained = (one: Diagnosis): one is Explained => one.verdict === 'slip' && one.doubt !== undefined;

/** Answers that tell of something on their own: the same text for the same step is the same evidence. */
const evidenceOf = ({ item, written }: Diagnosis): string =>
  `${item.kind === 'answer' ? item.targets[0].step : item.id}\u0000${written?.trim() ?? ''}`;

/** Explanations that need company keep to those with a slip that another answer tells of by itself. */
function withCompany(found: readonly Explained[]): Map<Diagnosis, readonly Explanation[]> {
  const tellers = new Map<string, Set<string>>();
  const tell = (name: string, one: Diagnosis): void => {
    tellers.set(name, (tellers.get(name) ?? new Set()).add(evidenceOf(one)));
  };
  for (const one of found) for (const name of new Set(one.explanations.flatMap(namesOf))) tell(name, one);
  const isTold = (explanation: Explanation): boolean =>
    namesOf(explanation).some((name) => tellers.get(name)!.size > 1);
  return new Map(
    found.map((one) => [one, one.doubt.needsCompany ? one.explanations.filter(isTold) : one.explanations]),
  );
}

/** The smallest sets of slip names that explain all; each demand is a choice of sets of names. */
function smallestSets(demands: readonly (readonly (readonly string[])[])[]): ReadonlySet<string>[] {
  let best: ReadonlySet<string>[] = [];
  let size = Infinity;
  let choices = 0;
  const order = [...demands].sort((a, b) => a.length - b.length);
  const search = (chosen: ReadonlySet<string>): void => {
    if (chosen.size > size || (choices += 1) > mostChoices) return;
    const open = order.find((options) => !options.some((names) => names.every((name) => chosen.has(name))));
    if (!open) {
      if (chosen.size < size) best = [];
      size = chosen.size;
      const isNew = !best.some((set) => [...set].every((name) => chosen.has(name)));
      if (isNew && best.length < mostSets) best.push(chosen);
      return;
    }
    for (const names of open) search(new Set([...chosen, ...names]));
  };
  search(new Set());
  return best;
}

const settled = new WeakMap<Diagnosis, Map<string, Diagnosis>>();

/** The same diagnosis with some of its explanations; one object for all who come to the same. */
function narrowed(one: Explained, explanations: readonly Explanation[], certain: boolean): Diagnosis {
  const known = settled.get(one) ?? new Map<string, Diagnosis>();
  settled.set(one, known);
  const key = `${certain} ${explanations.map((explanation) => one.explanations.indexOf(explanation)).join(' ')}`;
  const made = known.get(key) ?? { ...one, explanations, certain };
  known.set(key, made);
  return made;
}

/**
 * Looks at a submission as a whole: of the explanations of each answer, those of the smallest set of slips that explains
 * all wrong answers are kept, the one that explains most first; it is certain where chance is ruled out.
 */
export function settle(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const found = diagnoses.filter(isExplained);
  if (found.length === 0) return diagnoses;
  const left = withCompany(found);
  const standing = found.filter((one) => left.get(one)!.length > 0);
  const sets = smallestSets(standing.map((one) => left.get(one)!.map(namesOf)));
  const told = new Map<string, Map<string, number>>();
  const fits = (explanation: Explanation): boolean =>
    sets.some((set) => namesOf(explanation).every((name) => set.has(name)));
  for (const one of standing)
    for (const explanation of left.get(one)!)
      for (const name of namesOf(explanation)) {
        const odds = told.get(name) ?? new Map<string, number>();
        odds.set(evidenceOf(one), Math.min(one.doubt.odds, odds.get(evidenceOf(one)) ?? 1));
        told.set(name, odds);
      }
  const explains = (explanation: Explanation): number =>
    Math.min(...namesOf(explanation).map((name) => told.get(name)!.size));
  const chance = (one: Explained, explanation: Explanation): number =>
    Math.max(
      ...namesOf(explanation).map((name) =>
        [...told.get(name)!.values()].reduce((product, odds) => product * odds, 1),
      ),
    ) * (told.size > 0 ? 1 : one.doubt.odds);
  return diagnoses.map((one) => {
    if (!isExplained(one)) return one;
    const kept = left
      .get(one)!
      .filter(fits)
      .sort((a, b) => explains(b) - explains(a));
    if (kept.length === 0) return one.doubt.otherwise;
    return narrowed(one, kept, chance(one, kept[0]!) < leastDoubt);
  });
}
