import type { Evaluation } from '../engine/worksheet.js';
import type { AnswerItem, Item } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { WrittenAnswer } from '../problem/submission.js';
import { targetValue } from '../problem/target.js';
import { evaluateOnOwn, type Carried } from './carry.js';
import { explainer, isDistinctive, type Explain } from './explain.js';
import { attempt } from './explanations.js';
import type { Diagnosis, Verdict } from './mark.js';
import { isRight, overall } from './overall.js';
import { answerReader, compareWith, keyValues, type ReadAnswer } from './read-answer.js';

/** What a submission says of one problem, by item id. */
export interface ProblemAnswers {
  readonly written: ReadonlyMap<string, WrittenAnswer>;
  /** Items whose text is lost to an error in the file, with the reason. */
  readonly lost: ReadonlyMap<string, string>;
  /** Remarks on how the name of an answer was understood. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

const plain = (
  item: Item,
  verdict: Verdict,
  written: string | null,
  notes: readonly string[],
  why: string | null = null,
): Diagnosis => ({
  item,
  verdict,
  written,
  notes,
  why,
  read: null,
  comparison: null,
  fromOwn: null,
  explanations: [],
  certain: false,
});

/** A wrong answer compared with what the student's own earlier answers give. */
function followThrough(
  problem: OpenProblem,
  item: AnswerItem,
  answer: unknown,
  base: Diagnosis,
  carried: readonly Carried[],
  own: Evaluation,
): Diagnosis {
  const sources = new Set(item.targets.flatMap(({ step }) => own.carriedInto(step)));
  const behind = carried.filter((one) => one.item !== item && sources.has(one.item.targets[0].step));
  const fallen = item.targets.flatMap(({ step }) => own.fellBack.get(step) ?? []);
  if (fallen.length > 0) {
    const note = `Your earlier answers could not be carried into this one (${fallen[0]}), so it was compared with the key.`;
    return { ...base, notes: [...base.notes, note] };
  }
  if (behind.length === 0) return base;
  const keys = keyValues(item, problem);
  const values = item.targets.map(
    (target, at) => attempt(() => targetValue(own.expected(target.step), target)) ?? keys[at],
  );
  const comparison = compareWith(item, answer, values);
  const verdict = overall(comparison);
  const astray = behind.filter(({ right }) => !right).map((one) => one.item.id);
  if (astray.length === 0) return isRight(verdict) ? { ...base, verdict, comparison } : base;
  const fromOwn = { value: values[0], carried: astray };
  if (isRight(verdict)) return { ...base, verdict: 'follows-through', comparison, fromOwn };
  return verdict === 'partial' && base.verdict !== 'partial'
    ? { ...base, verdict, comparison, fromOwn }
    : { ...base, fromOwn };
}

interface Submitted extends ProblemAnswers {
  readonly read: ReadonlyMap<string, ReadAnswer>;
  readonly carried: readonly Carried[];
  readonly own: () => Evaluation | null;
}

function diagnoseItem(
  problem: OpenProblem,
  item: AnswerItem,
  explain: Explain,
  submitted: Submitted,
): Diagnosis {
  const { written, lost, read, carried } = submitted;
  const notes = submitted.notes.get(item.id) ?? [];
  const text = written.get(item.id)?.text ?? null;
  if (lost.has(item.id)) return plain(item, 'unreadable', text, notes, lost.get(item.id)!);
  const { reading, comparison } = read.get(item.id) ?? {
    reading: { state: 'blank' } as const,
    comparison: null,
  };
  if (reading.state === 'blank') return plain(item, 'blank', text, notes);
  if (reading.state === 'unreadable') return plain(item, 'unreadable', text, notes, reading.why);
  const verdict = overall(comparison!);
  const base: Diagnosis = {
    ...plain(item, verdict, text, [...notes, ...reading.notes]),
    read: item.type.echo(reading.answer),
    comparison,
    why: verdict === 'unreadable' ? 'its entries could not be read' : null,
  };
  if (verdict !== 'wrong' && verdict !== 'partial') return base;
  const own = submitted.own();
  const followed = own ? followThrough(problem, item, reading.answer, base, carried, own) : base;
  if (followed.verdict === 'follows-through' || isRight(followed.verdict)) return followed;
  const explanations = explain(item, reading.answer, own);
  if (explanations.length === 0) return followed;
  const certain = explanations.length === 1 && isDistinctive(text!, comparison!);
  return { ...followed, verdict: 'slip', explanations, certain };
}

function diagnoseReview(item: Item, { written, lost, notes }: ProblemAnswers): Diagnosis {
  const text = written.get(item.id)?.text ?? null;
  const remarks = notes.get(item.id) ?? [];
  if (lost.has(item.id)) return plain(item, 'unreadable', text, remarks, lost.get(item.id)!);
  if (text === null || text.trim() === '') return plain(item, 'blank', text, remarks);
  return plain(item, 'review', text, remarks, 'A person marks this answer.');
}

/** Diagnoses the answers to one problem; what a class shares is worked out once. */
export function diagnoser(problem: OpenProblem): (answers: ProblemAnswers) => Diagnosis[] {
  const items = problem.items.filter((item) => item.kind === 'answer');
  const readers = new Map(items.map((item) => [item.id, answerReader(item, problem)]));
  const explain = explainer(problem, items);
  return (answers) => {
    const read = new Map<string, ReadAnswer>();
    const carried: Carried[] = [];
    for (const item of items) {
      const answer = answers.written.get(item.id);
      if (!answer || answers.lost.has(item.id)) continue;
      const found = readers.get(item.id)!(answer.text);
      read.set(item.id, found);
      if (found.reading.state === 'read' && found.plausible)
        carried.push({ item, answer: found.reading.answer, right: isRight(overall(found.comparison!)) });
    }
    let own: Evaluation | undefined;
    const submitted: Submitted = {
      ...answers,
      read,
      carried,
      own: () => (carried.length > 0 ? (own ??= evaluateOnOwn(problem, carried)) : null),
    };
    return problem.items.map((item) =>
      item.kind === 'answer'
        ? diagnoseItem(problem, item, explain, submitted)
        : diagnoseReview(item, answers),
    );
  };
}
