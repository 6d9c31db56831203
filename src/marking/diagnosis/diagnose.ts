import type { Reading } from '../../answers/answer-type.js';
import { stepsBehind } from '../../engine/working.js';
import type { AnswerItem, Item } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { placeAmong } from '../../problem/place.js';
import type { WrittenAnswer } from '../../problem/submission.js';
import { ownWork, type OwnWork } from './carry.js';
import { chargeOnce } from './charge-once.js';
import { tellExchanged } from './exchanged.js';
import { explain, namesOf } from './explain.js';
import { explainRest } from './explain-rest.js';
import { isMadeAmong, openSteps } from './explanations.js';
import { followThrough } from './follow-through.js';
import type { Diagnosis, Explanation } from '../mark.js';
import { isRight } from '../overall.js';
import { answerReader, plainDiagnosis, type ReadAnswer } from './read-answer.js';
import { slipTabulator, type WrongValues } from './slip-values.js';
import { carriedOf, refusal, waitWith } from './wait-with.js';

/** What a submission says of one problem, by item id. */
export interface ProblemAnswers {
  readonly written: ReadonlyMap<string, WrittenAnswer>;
  /** Items whose text is lost to an error in the file, with the reason. */
  readonly lost: ReadonlyMap<string, string>;
  /** Remarks on how the name of an answer was understood. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

export interface DiagnoseOptions {
  /** Whether wrong answers are explained by slips; else they are only compared. */
  readonly explain?: boolean;
}

const withNotes = (diagnosis: Diagnosis, notes: readonly string[] = []): Diagnosis =>
  notes.length === 0 ? diagnosis : { ...diagnosis, notes: [...notes, ...diagnosis.notes] };

/**
 * Whether slips that give an answer were all made before it, in the student's own wrong answers that lead to it: then it
 * is right from there on, whatever those answers were rounded to.
 */
function isMadeEarlier(
  explanation: Explanation,
  item: AnswerItem,
  problem: OpenProblem,
  { known, carried, plain }: OwnWork,
  tableOf: (item: AnswerItem) => WrongValues,
): boolean {
  const [{ step }] = item.targets;
  const open = openSteps(problem, step, (name) => known.has(name));
  if (explanation.slips.some((use) => isMadeAmong(use, open, problem))) return false;
  const sources = new Set(plain().carriedInto(step));
  const astray = carried.filter((one) => !one.right && sources.has(one.item.targets[0].step));
  return (
    astray.length > 0 &&
    astray.every((one) =>
      tableOf(one.item).single.some(
        ({ slips, value }) =>
          namesOf({ slips }) === namesOf(explanation) && one.item.type.agrees(one.answer, value),
      ),
    )
  );
}

/** A wrong answer in the light of the student's other answers: right from their own numbers, or a slip. */
function explainWrong(
  problem: OpenProblem,
  item: AnswerItem,
  { reading, alone }: ReadAnswer,
  own: OwnWork | null,
  tableOf: ((item: AnswerItem) => WrongValues) | null,
  isRightAt: (item: AnswerItem) => boolean,
  waits: () => string | null,
): Diagnosis {
  const { answer } = reading as Extract<Reading, { state: 'read' }>;
  const { diagnosis, stuck } = own
    ? followThrough(problem, item, answer, alone, own)
    : { diagnosis: alone, stuck: null };
  const isDone = diagnosis.verdict === 'follows-through' || isRight(diagnosis.verdict);
  const open = stuck !== null || isDone ? null : waits();
  const why = stuck ?? open;
  const notes = open === null ? diagnosis.notes : [...diagnosis.notes, `A person looks: ${open}.`];
  const otherwise: Diagnosis = why === null ? diagnosis : { ...diagnosis, notes, verdict: 'review', why };
  if (isDone || !tableOf) return otherwise;
  const found = explain(item, answer, problem, tableOf(item), own, isRightAt);
  if (!found) return otherwise;
  const { explanations, odds, needsCompany, isOfPen } = found;
  const earlier =
    own && !isOfPen ? explanations.filter((one) => isMadeEarlier(one, item, problem, own, tableOf)) : [];
  if (earlier.length > 0 && diagnosis.fromOwn && stuck === null)
    return { ...diagnosis, verdict: 'follows-through' };
  return { ...diagnosis, verdict: 'slip', explanations, doubt: { odds, needsCompany, otherwise } };
}

function diagnoseUnread(item: Item, text: string | null, lost: string | undefined): Diagnosis {
  if (lost !== undefined) return plainDiagnosis(item, 'unreadable', text, lost);
  const isEmpty = item.kind === 'answer' || text === null || text.trim() === '';
  return isEmpty
    ? plainDiagnosis(item, 'blank', text)
    : plainDiagnosis(item, 'review', text, 'A person marks this answer.');
}

/** Answers remembered for each item with the earlier ones they rest on; more than these are not kept. */
const remembered = 2_000;

/** Items whose answers can lead to another's: it is computed from their steps, or a slip in it reads them. */
function leadingTo(item: AnswerItem, problem: OpenProblem): AnswerItem[] {
  const { key, worksheet, items } = problem;
  const behind = new Set(item.targets.flatMap(({ step }) => stepsBehind(key, [step])));
  for (const name of behind)
    for (const { needs } of Object.values(worksheet.steps.get(name)!.slips))
      for (const need of stepsBehind(
        key,
        Object.values(needs).map((one) => one.name),
      ))
        behind.add(need);
  return items.filter(
    (other): other is AnswerItem =>
      other.kind === 'answer' && other !== item && behind.has(other.targets[0].step),
  );
}

type Read = ReadonlyMap<Item, ReadAnswer>;

/** What was found of some texts, and the other answers that had a say in it. */
interface Known {
  readonly asked: ReadonlyMap<AnswerItem, boolean>;
  readonly diagnosis: Diagnosis;
}

/** Findings kept of the same texts, by what is right beside them. */
const mostVersions = 8;

/** Explains the wrong answers to one item; what rests on the same texts is worked out once. */
function wrongExplainer(
  item: AnswerItem,
  problem: OpenProblem,
  tableOf: ((item: AnswerItem) => WrongValues) | null,
): (read: Read) => Diagnosis {
  const leading = leadingTo(item, problem);
  const known = new Map<string, Known[]>();
  return (read) => {
    const isRightIn = (one: AnswerItem): boolean => isRight(read.get(one)?.alone.verdict ?? 'blank');
    const key = [item, ...leading].map((one) => read.get(one)?.text ?? '\u0000').join('\u0001');
    const before = known.get(key) ?? [];
    const same = before.find(({ asked }) => [...asked].every(([one, right]) => isRightIn(one) === right));
    if (same) return same.diagnosis;
    const asked = new Map<AnswerItem, boolean>();
    const isRightAt = (one: AnswerItem): boolean => {
      asked.set(one, isRightIn(one));
      return isRightIn(one);
    };
    const answered = leading.flatMap((one) => (read.has(one) ? [{ one, found: read.get(one)! }] : []));
    const carried = answered.flatMap(({ one, found }) => carriedOf(one, found));
    const own = carried.some(({ exact }) => !exact) ? ownWork(problem, carried) : null;
    const refused = answered.flatMap(({ one, found }) => refusal(placeAmong(one, problem.parts), found));
    const found = explainWrong(problem, item, read.get(item)!, own, tableOf, isRightAt, () =>
      waitWith(item, problem, read),
    );
    const diagnosis = withNotes(found, refused);
    if (known.size >= remembered) known.clear();
    known.set(key, [...before.slice(0, mostVersions - 1), { asked, diagnosis }]);
    return diagnosis;
  };
}

/** Diagnoses the answers to one problem; what a class shares is worked out once. */
export function diagnoser(
  problem: OpenProblem,
  options: DiagnoseOptions = {},
): (answers: ProblemAnswers) => Diagnosis[] {
  const tableOf = options.explain === false ? null : slipTabulator(problem);
  const desks = new Map<Item, { read: (text: string) => ReadAnswer; explain: (read: Read) => Diagnosis }>(
    problem.items
      .filter((item) => item.kind === 'answer')
      .map((item) => [
        item,
        { read: answerReader(item, problem), explain: wrongExplainer(item, problem, tableOf) },
      ]),
  );
  return ({ written, lost, notes }) => {
    const read = new Map<Item, ReadAnswer>();
    for (const [item, desk] of desks) {
      const answer = written.get(item.id);
      if (answer && !lost.has(item.id)) read.set(item, desk.read(answer.text));
    }
    const first = problem.items.map((item) => {
      const found = read.get(item);
      const isWrong = found?.alone.verdict === 'wrong' || found?.alone.verdict === 'partial';
      return isWrong
        ? desks.get(item)!.explain(read)
        : (found?.alone ?? diagnoseUnread(item, written.get(item.id)?.text ?? null, lost.get(item.id)));
    });
    const second = tableOf ? explainRest(first, read, problem, tableOf) : first;
    const third = tableOf ? tellExchanged(second, read, problem) : second;
    return chargeOnce(third).map((diagnosis) => withNotes(diagnosis, notes.get(diagnosis.item.id)));
  };
}
