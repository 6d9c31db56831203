import type { Json } from '../answers/answer-type.js';
import type { Worksheet } from '../engine/worksheet.js';
import type { AnswerItem, Table } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { Rubric } from '../problem/rubric.js';
import { marker, type SubmittedAnswers } from './mark-submission.js';
import type { Explanation, Mark } from './mark.js';
import { miswritten } from './diagnosis/miswritten.js';
import type { SplitMap } from './claim/claim.js';

/** `wrong` is the only kind that says no; the others are notes on a key that may stand. */
export type DisagreementKind = 'wrong' | 'convention' | 'rounding' | 'not-unique' | 'label';

export interface Disagreement {
  readonly item: string;
  readonly printed: string;
  readonly recomputed: Json;
  /** Markdown: the best that is known of how the printed value came about; null where nothing is. */
  readonly explanation: string | null;
  readonly kind: DisagreementKind;
}

export interface Audit {
  /** Answers that were compared. */
  readonly checked: number;
  readonly disagreements: readonly Disagreement[];
}

/** The kind that all slips of all explanations share; `wrong` where one is a mistake of reckoning. */
function kindOf(explanations: readonly Explanation[], { misreadings, steps }: Worksheet): DisagreementKind {
  const made = [...steps.values()];
  const kinds = explanations.flatMap(({ slips }) =>
    slips.map(({ slip }) => {
      const step = made.find((one) => Object.hasOwn(one.slips, slip));
      return misreadings[slip]?.kind ?? step?.slips[slip]!.kind ?? 'wrong';
    }),
  );
  return kinds.length > 0 && kinds.every((kind) => kind === kinds[0]) ? kinds[0]! : 'wrong';
}

const hints = (explanations: readonly Explanation[]): string =>
  explanations.map(({ hint }, position) => (position === 0 ? hint : `Or: ${hint}`)).join(' ');

const numbersIn = (json: Json): number[] =>
  typeof json === 'number' ? [json] : Array.isArray(json) ? (json as readonly Json[]).flatMap(numbersIn) : [];

/** A slip of the pen in some entries of an answer that is right in the others. */
function penSlip({ read }: Mark, key: Json): string | null {
  const printed = numbersIn(read!.json);
  const right = numbersIn(key);
  if (printed.length !== right.length) return null;
  const found = printed.flatMap((number, at) => {
    const slip = miswritten(String(number), right[at]!);
    return slip
      ? [
          `${number} for ${Number(right[at]!.toPrecision(6))}: ${slip.hint.charAt(0).toLowerCase()}${slip.hint.slice(1)}`,
        ]
      : [];
  });
  return found.length > 0 ? found.join(' ') : null;
}

const isReadingSlip = ({ type }: AnswerItem, slip: string): boolean =>
  (type.slips ?? []).some(({ name }) => name === slip);

interface Row {
  readonly label: string;
  readonly marks: readonly Mark[];
}

const rowsOf = ({ rows }: Table, marks: ReadonlyMap<string, Mark>): Row[] =>
  rows.map(({ label, items }) => ({ label, marks: items.map((item) => marks.get(item)!) }));

const texts = ({ marks }: Row): string => marks.map(({ written }) => written?.trim() ?? '').join('|');

/** What a table says of a wrong cell: its row repeats another, or its row's printed total tells of the right value. */
function tableSigns(mark: Mark, table: Table, marks: ReadonlyMap<string, Mark>): string[] {
  const rows = rowsOf(table, marks);
  const own = rows.find((row) => row.marks.includes(mark))!;
  const twin = rows.find(
    (row) =>
      row !== own && texts(row) === texts(own) && row.marks.every(({ verdict }) => verdict === 'correct'),
  );
  const signs = twin && own.marks.length > 1 ? [`The row repeats the row "${twin.label}".`] : [];
  const values = own.marks.map(({ read }) => read?.json);
  const at = own.marks.indexOf(mark);
  const keys = own.marks.map(({ item }) => (item.kind === 'answer' ? item.read.like : null));
  const last = values.length - 1;
  const addsUp = (list: readonly unknown[]): boolean =>
    list.every((value) => typeof value === 'number') &&
    (list.slice(0, last) as number[]).reduce((sum, value) => sum + value, 0) === list[last];
  if (
    last > 1 &&
    at < last &&
    addsUp(keys) &&
    !addsUp(values) &&
    addsUp(values.map((value, column) => (column === at ? keys[at] : value)))
  )
    signs.push('The printed total of the row contradicts it and fits the recomputed value.');
  return signs;
}

function judge(
  mark: Mark,
  item: AnswerItem,
  problem: OpenProblem,
  marks: ReadonlyMap<string, Mark>,
): Disagreement | null {
  const key = item.read.like;
  const recomputed = item.type.json(key);
  const found = (kind: DisagreementKind, explanation: string | null): Disagreement => ({
    item: item.id,
    printed: mark.written!.trim(),
    recomputed,
    explanation,
    kind,
  });
  const { verdict, explanations, fromOwn } = mark;
  if (verdict === 'unreadable')
    return found('label', `It could not be read (${mark.why}), so it was not compared.`);
  if (verdict === 'rounded') return found('rounding', 'Right, with fewer digits than asked for.');
  if (verdict === 'correct') {
    const several = item.type.alternatives?.(key) ?? 1;
    if (several > 1) return found('not-unique', `The key names one of ${several} right answers.`);
    const reading = item.type.read(mark.written!, item.read);
    if (reading.state !== 'read' || item.type.agrees(reading.answer, key)) return null;
    return found(
      'rounding',
      'Within the tolerance; its last digits are not those of the recomputed value rounded.',
    );
  }
  if (verdict === 'follows-through')
    return found('wrong', `It follows from the value printed for ${fromOwn!.carried.join(', ')}.`);
  const table = problem.parts.find(({ id }) => id === item.part)!.table;
  const signs = table ? tableSigns(mark, table, marks) : [];
  const pen = penSlip(mark, recomputed);
  const isOfPen = explanations.every(({ slips }) => slips.every(({ slip }) => isReadingSlip(item, slip)));
  const named = explanations.length > 0 && !(isOfPen && pen !== null) ? [hints(explanations)] : [];
  const explanation = [
    ...named,
    ...(named.length === 0 && pen !== null ? [pen] : []),
    ...signs,
    ...(named.length === 0 && mark.comparison?.remark ? [mark.comparison.remark] : []),
  ];
  return found(
    kindOf(explanations, problem.worksheet),
    explanation.length > 0 ? explanation.join(' ') : null,
  );
}

/** Marks a published key like a submission and tells, item by item, what disagrees and the best explanation of it. */
export function auditKey(
  problems: readonly OpenProblem[],
  rubric: Rubric,
  key: SubmittedAnswers,
  splitMap: SplitMap,
): Audit {
  const { marks } = marker(problems, { rubric, splitMap })(key);
  const byItem = new Map(marks.map((mark) => [mark.item.id, mark]));
  let checked = 0;
  const disagreements = problems.flatMap((problem) =>
    problem.items.flatMap((item) => {
      const mark = byItem.get(item.id)!;
      if (item.kind !== 'answer' || mark.written === null || mark.verdict === 'blank') return [];
      checked += 1;
      return judge(mark, item, problem, byItem) ?? [];
    }),
  );
  return { checked, disagreements };
}
