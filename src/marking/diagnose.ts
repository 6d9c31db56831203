import type { Reading } from '../answers/answer-type.js';
import type { Evaluation } from '../engine/worksheet.js';
import type { AnswerItem, Item } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { WrittenAnswer } from '../problem/submission.js';
import { targetValue } from '../problem/target.js';
import { evaluateOnOwn, type Carried } from './carry.js';
import { isDistinctive, ownSlips, slipTable } from './explain.js';
import { attempt } from './explanations.js';
import type { Diagnosis } from './mark.js';
import { isRight, overall } from './overall.js';
import {
  answerReader,
  compareWith,
  keyValues,
  plainDiagnosis,
  rightness,
  type ReadAnswer,
} from './read-answer.js';

/** What a submission says of one problem, by item id. */
export interface ProblemAnswers {
  readonly written: ReadonlyMap<string, WrittenAnswer>;
  /** Items whose text is lost to an error in the file, with the reason. */
  readonly lost: ReadonlyMap<string, string>;
  /** Remarks on how the name of an answer was understood. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

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
  const againstKey = base.comparison!;
  const followed = { ...base, comparison, againstKey, fromOwn: { value: values[0], carried: astray } };
  if (isRight(verdict)) return { ...followed, verdict: 'follows-through' };
  return rightness(comparison) > rightness(againstKey)
    ? { ...followed, verdict }
    : { ...base, fromOwn: followed.fromOwn };
}

interface Submitted extends ProblemAnswers {
  readonly read: ReadonlyMap<string, ReadAnswer>;
  readonly carried: readonly Carried[];
  readonly own: () => Evaluation | null;
}

const withNotes = (diagnosis: Diagnosis, notes: readonly string[] = []): Diagnosis =>
  notes.length === 0 ? diagnosis : { ...diagnosis, notes: [...notes, ...diagnosis.notes] };

/** A wrong answer in the light of the student's other answers: right from their own numbers, or a slip. */
function explainWrong(
  problem: OpenProblem,
  item: AnswerItem,
  { reading, alone, slips }: ReadAnswer,
  submitted: Submitted,
): Diagnosis {
  const { answer } = reading as Extract<Reading, { state: 'read' }>;
  const own = submitted.own();
  const followed = own ? followThrough(problem, item, answer, alone, submitted.carried, own) : alone;
  if (followed.verdict === 'follows-through' || isRight(followed.verdict)) return followed;
  const known = slips();
  const explanations = known.length > 0 || !own ? known : ownSlips(item, answer, own);
  if (explanations.length === 0) return followed;
  const certain = explanations.length === 1 && isDistinctive(alone.written!, alone.comparison!);
  return { ...followed, verdict: 'slip', explanations, certain };
}

function diagnoseItem(problem: OpenProblem, item: Item, submitted: Submitted): Diagnosis {
  const { written, lost, read } = submitted;
  const text = written.get(item.id)?.text ?? null;
  if (lost.has(item.id)) return plainDiagnosis(item, 'unreadable', text, lost.get(item.id)!);
  if (item.kind === 'review')
    return text === null || text.trim() === ''
      ? plainDiagnosis(item, 'blank', text)
      : plainDiagnosis(item, 'review', text, 'A person marks this answer.');
  const found = read.get(item.id);
  if (!found) return plainDiagnosis(item, 'blank', text);
  const { verdict } = found.alone;
  return verdict === 'wrong' || verdict === 'partial'
    ? explainWrong(problem, item, found, submitted)
    : found.alone;
}

/** Diagnoses the answers to one problem; what a class shares is worked out once. */
export function diagnoser(problem: OpenProblem): (answers: ProblemAnswers) => Diagnosis[] {
  const items = problem.items.filter((item) => item.kind === 'answer');
  const slips = slipTable(problem);
  const readers = new Map(
    items.map((item) => [item.id, answerReader(item, problem, (answer) => slips(item, answer))]),
  );
  return (answers) => {
    const read = new Map<string, ReadAnswer>();
    const carried: Carried[] = [];
    for (const item of items) {
      const answer = answers.written.get(item.id);
      if (!answer || answers.lost.has(item.id)) continue;
      const found = readers.get(item.id)!(answer.text);
      read.set(item.id, found);
      if (found.reading.state === 'read' && found.plausible)
        carried.push({ item, answer: found.reading.answer, right: isRight(found.alone.verdict) });
    }
    let own: Evaluation | undefined;
    const submitted: Submitted = {
      ...answers,
      read,
      carried,
      own: () => (carried.length > 0 ? (own ??= evaluateOnOwn(problem, carried)) : null),
    };
    return problem.items.map((item) =>
      withNotes(diagnoseItem(problem, item, submitted), answers.notes.get(item.id)),
    );
  };
}
