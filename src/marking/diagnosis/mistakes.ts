import { add, subtract, type Rational } from '../../notation/rational.js';
import { sumOf } from '../../problem/points.js';
import type { Mark } from '../mark.js';

/** One mistake of a submission, with all that it explains. */
export interface Mistake {
  readonly slip: string;
  /** Markdown, one for each slip that explains just as much: the first is the mistake's own. */
  readonly hints: readonly string[];
  /** Answers that show it. */
  readonly shown: readonly Mark[];
  /** Later answers that are right but for it. */
  readonly followers: readonly Mark[];
  readonly lost: Rational;
  readonly certain: boolean;
}

/** A submission looked at as a whole: the fewest mistakes that explain its wrong answers, the dearest first. */
export interface Mistakes {
  readonly mistakes: readonly Mistake[];
  /** Points lost in all, and those that the mistakes explain. */
  readonly lost: Rational;
  readonly explained: Rational;
}

const lostOf = ({ item, score, pending }: Mark): Rational => subtract(subtract(item.points, score), pending);
const lostIn = (marks: Iterable<Mark>): Rational =>
  sumOf([...marks].filter(({ verdict }) => verdict !== 'correct').map(lostOf));

/** Names of the explanation that a mark is told first. */
const leadOf = ({ explanations: [lead] }: Mark): string[] => [
  ...new Set((lead?.slips ?? []).map(({ slip }) => slip)),
];

const hintOf = ({ explanations: [lead] }: Mark, slip: string): string => {
  const at = lead!.slips.findIndex((use) => use.slip === slip);
  return lead!.hints?.[at] ?? lead!.hint;
};

/** Hints of other slips that explain every one of the marks as well. */
function rivals(shown: readonly Mark[], slip: string): string[] {
  const [first, ...others] = shown.map(({ explanations }) =>
    explanations.flatMap(({ slips, hint }) => (slips.length === 1 ? [{ name: slips[0]!.slip, hint }] : [])),
  );
  return first!
    .filter(({ name }) => name !== slip && others.every((list) => list.some((one) => one.name === name)))
    .map(({ hint }) => hint);
}

/** Right answers that rest, directly or through others, on wrong ones. */
function followersOf(shown: readonly Mark[], marks: readonly Mark[]): Mark[] {
  const sources = new Set(shown.map(({ item }) => item.id));
  const found = new Set<Mark>();
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const mark of marks)
      if (
        mark.verdict === 'follows-through' &&
        !found.has(mark) &&
        mark.fromOwn?.carried.some((id) => sources.has(id))
      ) {
        found.add(mark);
        sources.add(mark.item.id);
      }
  }
  return [...found];
}

/** The mistakes behind a submission's marks; marks of one slip belong to one mistake. */
export function mistakesIn(marks: readonly Mark[]): Mistakes {
  const bySlip = new Map<string, Mark[]>();
  for (const mark of marks)
    if (mark.verdict === 'slip')
      for (const slip of leadOf(mark)) bySlip.set(slip, [...(bySlip.get(slip) ?? []), mark]);
  const explained = new Set<Mark>();
  const mistakes = [...bySlip].map(([slip, shown]): Mistake => {
    const followers = followersOf(shown, marks);
    for (const mark of [...shown, ...followers]) explained.add(mark);
    return {
      slip,
      hints: [hintOf(shown[0]!, slip), ...rivals(shown, slip)],
      shown,
      followers,
      lost: add(lostIn(shown), lostIn(followers)),
      certain: shown.some(({ certain }) => certain),
    };
  });
  const cost = ({ lost: { numerator, denominator } }: Mistake): number =>
    Number(numerator) / Number(denominator);
  return {
    mistakes: mistakes.sort((a, b) => cost(b) - cost(a)),
    lost: lostIn(marks),
    explained: lostIn(explained),
  };
}
