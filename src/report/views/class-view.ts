import type { OpenProblem } from '../../problem/open-problem.js';
import type { ClassStatistics, ItemStatistics, StudentFacts } from './class-statistics.js';
import { histogram, type Histogram } from './histogram.js';
import type { Html } from '../media/html.js';
import { itemSuccess, type ItemSuccess } from './item-success.js';
import type { Medium } from '../media/medium.js';
import { firstFailureViews, slipViews, type FirstFailureView, type SlipView } from './mistakes-view.js';
import { short } from '../words/number-words.js';
import { cutText } from '../media/plain-text.js';
import { linkTo } from '../media/link.js';
import { waitingView, type WaitingItem } from './waiting-view.js';
import { wordingFor } from '../words/wording.js';

export interface StudentRow {
  readonly student: string;
  readonly name: string | null;
  /** Link below the output folder; null where there is no report. */
  readonly href: string | null;
  readonly score: string;
  readonly state: string;
}

/** All that a class report says, as plain data. */
export interface ClassView {
  readonly assignment: string;
  readonly students: number;
  readonly counts: readonly {
    readonly label: string;
    readonly count: number;
    readonly anchor: string | null;
  }[];
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  /** Whether the scores are without points that wait for a person. */
  readonly isPartial: boolean;
  readonly histogram: Histogram | null;
  readonly hardest: readonly ItemSuccess[];
  readonly problems: readonly { readonly title: string; readonly items: readonly ItemSuccess[] }[];
  /** Items with wrong values, in order. */
  readonly mistaken: readonly ItemSuccess[];
  /** Whether the lists are short enough to stand open. */
  readonly isSmall: boolean;
  readonly slips: readonly SlipView[];
  readonly firstFailures: readonly FirstFailureView[];
  readonly waiting: readonly WaitingItem[];
  readonly troubles: readonly { readonly student: string; readonly why: string }[];
  readonly missing: readonly { readonly student: string; readonly name: string | null }[];
  readonly roster: readonly StudentRow[];
}

export interface ClassSource {
  readonly title: string;
  readonly problems: readonly OpenProblem[];
}

const states = {
  graded: 'marked',
  'needs-review': 'waits for a person',
  missing: 'nothing handed in',
  unreadable: 'file unreadable',
  failed: 'a fault of ours',
} as const;

function figures({ scores, max }: ClassStatistics): ClassView['figures'] {
  if (!scores) return [];
  return [
    { label: 'median', value: short(scores.median) },
    { label: 'mean', value: short(scores.mean) },
    { label: 'middle half', value: `${short(scores.lower)} to ${short(scores.upper)}` },
    { label: 'range', value: `${short(scores.lowest)} to ${short(scores.highest)}` },
    { label: 'of', value: `${short(max)} points` },
  ];
}

const countsOf = ({ counts }: ClassStatistics): ClassView['counts'] =>
  [
    { label: 'marked', count: counts.graded + counts['needs-review'], anchor: null },
    { label: 'of them with answers waiting', count: counts['needs-review'], anchor: 'waiting' },
    { label: 'unreadable', count: counts.unreadable + counts.failed, anchor: 'troubles' },
    { label: 'missing', count: counts.missing, anchor: 'missing' },
  ].map((line) => (line.count > 0 ? line : { ...line, anchor: null }));

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function problemViews(
  byItem: ReadonlyMap<string, ItemStatistics>,
  { problems }: ClassSource,
  medium: Medium<Html>,
): ClassView['problems'] {
  const words = wordingFor(problems, { hints: true, expected: true, solution: false });
  return problems.map((problem, position) => ({
    title: medium.text(problem.title),
    items: problem.items.flatMap((item, index) => {
      const statistics = byItem.get(item.id);
      if (!statistics) return [];
      const key =
        item.kind === 'answer' ? medium.text(cutText(item.type.write(words.keys(item)[0]), 120)) : null;
      const place = medium.text(upperFirst(words.place(item.id)));
      return [itemSuccess(statistics, { anchor: `i${position + 1}-${index + 1}`, place, key }, medium)];
    }),
  }));
}

/** The three items with the smallest share of their points. */
function hardestOf(problems: ClassView['problems']): ItemSuccess[] {
  const several = problems.length > 1;
  return problems
    .flatMap(({ title, items }) =>
      items.map((item) => (several ? { ...item, place: `${title}: ${item.place}` } : item)),
    )
    .filter(({ percent, width }) => percent !== null && width < 100)
    .sort((a, b) => a.width - b.width)
    .slice(0, 3);
}

const rowOf =
  ({ text }: Medium<Html>, max: number) =>
  (facts: StudentFacts): StudentRow => ({
    student: text(facts.student),
    name: facts.name === null ? null : text(facts.name),
    href: facts.report === null ? null : linkTo(facts.report),
    score: facts.score === null ? '' : `${short(facts.score)} of ${short(max)}`,
    state: facts.state === 'needs-review' ? `${short(facts.pending)} waiting` : states[facts.state],
  });

/** A class report's data from the statistics of its result lines. */
export function classView(statistics: ClassStatistics, source: ClassSource, medium: Medium<Html>): ClassView {
  const { students, max, scores } = statistics;
  const { text } = medium;
  const byItem = new Map(statistics.items.map((item) => [item.item, item]));
  const problems = problemViews(byItem, source, medium);
  const mistaken = problems.flatMap(({ items }) => items.filter(({ wrong }) => wrong.length > 0));
  return {
    assignment: text(source.title),
    students: students.length,
    counts: countsOf(statistics),
    figures: figures(statistics),
    isPartial: statistics.counts['needs-review'] > 0,
    histogram:
      scores &&
      histogram(
        students.flatMap(({ score }) => (score === null ? [] : [score])),
        max,
        scores.median,
      ),
    hardest: hardestOf(problems),
    problems,
    mistaken,
    isSmall: mistaken.length <= 12,
    slips: slipViews(statistics, medium),
    firstFailures: firstFailureViews(statistics, source.problems, medium),
    waiting: waitingView(statistics, source.problems, medium),
    troubles: statistics.troubles.map(({ student, why }) => ({ student: text(student), why: text(why) })),
    missing: students
      .filter(({ state }) => state === 'missing')
      .map(({ student, name }) => ({ student: text(student), name: name === null ? null : text(name) })),
    roster: students.map(rowOf(medium, max)),
  };
}
