import { add, compare, fromNumber, subtract, multiply, type Rational } from '../notation/rational.js';
import { roundTo, sumOf, zero } from '../problem/points.js';
import type { Rubric } from '../problem/rubric.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { WrittenAnswer } from '../problem/submission.js';
import { claimAnswers, type SplitMap, type UnclaimedAnswer } from './claim/claim.js';
import { giveCredit } from './credit.js';
import { diagnoser, type ProblemAnswers } from './diagnosis/diagnose.js';
import { lateness, type Late } from './late.js';
import type { Diagnosis, Mark, MarkedSubmission } from './mark.js';
import { rememberDiagnoses } from './diagnosis/remember-diagnoses.js';
import { settle } from './diagnosis/settle.js';

/** One submission, as any of the file formats delivers it. */
export interface SubmittedAnswers {
  readonly student: string;
  /** By path: `<problem>.<part>`, then item, or row and column. */
  readonly answers: ReadonlyMap<string, WrittenAnswer>;
  /** Paths whose lines could not be read, with the text that stands there. */
  readonly lost: ReadonlyMap<string, WrittenAnswer>;
  /** An instant, or null where nothing tells when it was handed in. */
  readonly submitted: string | null;
}

/** A person's decision on an answer that waited: its score and a remark. */
export interface ReviewDecision {
  readonly score: Rational;
  readonly comment: string | null;
}
export type ReviewLookup = (item: string, text: string, student: string) => ReviewDecision | undefined;

export interface MarkingOptions {
  readonly rubric: Rubric;
  readonly due?: string;
  readonly splitMap: SplitMap;
  readonly review?: ReviewLookup;
  /** False compares only, and looks for no slips. */
  readonly explain?: boolean;
}

/** An answer under an unknown name may belong to any item left blank: those that have points wait for a person. */
function awaitClaim(finding: Diagnosis, unclaimed: readonly UnclaimedAnswer[]): Diagnosis {
  if (finding.verdict !== 'blank' || unclaimed.length === 0) return finding;
  if (compare(finding.item.points, zero) === 0) return finding;
  const names = unclaimed.map(({ name }) => `"${name}"`).join(', ');
  const written = unclaimed.map(({ name, text }) => `${name}: ${text}`).join('\n');
  return {
    ...finding,
    verdict: 'review',
    written,
    why: `An answer under the name ${names} may belong here.`,
  };
}

function applyReview(mark: Mark, student: string, review: ReviewLookup | undefined): Mark {
  if (compare(mark.pending, zero) === 0) return mark;
  const decision = review?.(mark.item.id, mark.written ?? '', student);
  if (!decision) return mark;
  const most = mark.item.points;
  const score = compare(decision.score, most) > 0 ? most : decision.score;
  return { ...mark, score, pending: zero, comment: decision.comment };
}

const empty: ProblemAnswers = { written: new Map(), lost: new Map(), notes: new Map() };

/** Marks submissions to an assignment; what can be shared by a class is worked out once. */
export function marker(
  problems: readonly OpenProblem[],
  { rubric, due, splitMap, review, explain = true }: MarkingOptions,
): (submission: SubmittedAnswers) => MarkedSubmission {
  const diagnosers = problems.map((problem) => ({
    problem,
    diagnose: rememberDiagnoses(problem, diagnoser(problem, { explain })),
  }));
  const max = sumOf(problems.flatMap(({ items }) => items.map(({ points }) => points)));
  const step = rubric.rounding && fromNumber(rubric.rounding.to);
  /** Never above the most there is, and never below it for who has it all. */
  const rounded = (score: Rational, most: Rational, at: 'part' | 'total'): Rational => {
    const isRounded = step && (rubric.rounding!.at ?? 'total') === at && compare(score, most) < 0;
    const scored = isRounded ? roundTo(score, step) : score;
    return compare(scored, most) > 0 ? most : scored;
  };

  const total = (
    marks: readonly Mark[],
    late: Late | null,
  ): { score: Rational; parts: Map<string, Rational> } => {
    const sums = new Map<string, { score: Rational; most: Rational }>();
    for (const { item, score } of marks) {
      const part = item.id.split('.', 2).join('.');
      const sum = sums.get(part) ?? { score: zero, most: zero };
      sums.set(part, { score: add(sum.score, score), most: add(sum.most, item.points) });
    }
    const parts = new Map([...sums].map(([part, { score, most }]) => [part, rounded(score, most, 'part')]));
    const sum = sumOf([...parts.values()]);
    const kept = late ? multiply(sum, subtract(fromNumber(1), fromNumber(late.taken))) : sum;
    return { score: rounded(kept, max, 'total'), parts };
  };

  return ({ student, answers, lost, submitted }) => {
    const claimed = claimAnswers(problems, answers, lost, splitMap);
    const waitsIn = new Map<UnclaimedAnswer, Mark[]>(claimed.unclaimed.map((answer) => [answer, []]));
    const findings = diagnosers.flatMap(({ problem, diagnose }) => [
      ...diagnose(claimed.problems.get(problem.id) ?? empty),
    ]);
    const marks = settle(findings).map((finding) => {
      const own = claimed.unclaimed.filter(
        ({ problem, part }) =>
          problem === null ||
          (finding.item.id.startsWith(`${problem}.`) && (part === undefined || part === finding.item.part)),
      );
      const awaited = awaitClaim(finding, own);
      const mark = applyReview(giveCredit(awaited), student, review);
      if (awaited !== finding) for (const answer of own) waitsIn.get(answer)!.push(mark);
      return mark;
    });
    const unclaimed = [...waitsIn].flatMap(([answer, waiting]) => {
      const blanks = waiting.map(({ item }) => item.id);
      const isSettled =
        blanks.length > 0
          ? waiting.every(({ pending }) => compare(pending, zero) === 0)
          : review?.(answer.name, answer.text, student) !== undefined;
      return isSettled ? [] : [{ ...answer, blanks }];
    });
    const late = lateness(submitted, due, rubric.late);
    const { score, parts } = total(marks, late);
    const pending = sumOf(marks.map((mark) => mark.pending));
    return { marks, parts, score, pending, max, late, unclaimed };
  };
}
