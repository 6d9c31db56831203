import { isTensor } from '../engine/tensor.js';
import type { Mark, MarkedSubmission } from '../marking/mark.js';
import { isRight, overall } from '../marking/overall.js';
import { compareWith } from '../marking/diagnosis/read-answer.js';
import { fromNumber, multiply, subtract } from '../notation/rational.js';
import type { AnswerItem } from '../problem/item.js';
import { roundTo, sumOf, zero } from '../problem/points.js';
import type { Rubric } from '../problem/rubric.js';
import { coincide } from '../problem/variant/coincide.js';
import type { ClassVariants, Keys } from './class-variants.js';

/** Answers to a problem that fit the numbers of others exactly, and not the student's own. */
export interface ForeignFit {
  readonly problem: string;
  readonly students: readonly string[];
}

interface Answered {
  readonly item: AnswerItem;
  readonly text: string;
  readonly verdict: Mark['verdict'];
}

const answeredOf = (marks: readonly Mark[]): Answered[] =>
  marks.flatMap(({ item, written, verdict, read }) =>
    item.kind === 'answer' && written !== null && read !== null ? [{ item, text: written, verdict }] : [],
  );

const fits = (item: AnswerItem, text: string, keys: readonly unknown[]): boolean => {
  const reading = item.type.read(text, { ...item.read, like: keys[0] });
  return reading.state === 'read' && isRight(overall(compareWith(item, reading.answer, keys)));
};

/** Enough to go by: two answers, or one with several entries. One small number fits many variants by chance. */
const tells = (told: readonly Answered[]): boolean =>
  told.length > 1 || told.some(({ item }) => isTensor(item.read.like) && item.read.like.data.length > 2);

function fitsAll(answered: readonly Answered[], keys: Keys): boolean {
  const told = answered.filter(({ item }) => !coincide(item, keys.get(item.id)![0], item.read.like));
  return (
    tells(told) &&
    told.every(({ item, text }) => fits(item, text, keys.get(item.id)!)) &&
    told.some(({ verdict }) => verdict !== 'correct')
  );
}

/** Problems whose answers fit somebody else's variant; those that fit their own are not looked up. */
export function foreignFits(
  student: string,
  { marks }: MarkedSubmission,
  variants: ClassVariants,
): ForeignFit[] {
  const problems = new Set(marks.map(({ item }) => item.id.split('.', 1)[0]!));
  return [...problems].flatMap((problem) => {
    const answered = answeredOf(marks.filter(({ item }) => item.id.startsWith(`${problem}.`)));
    if (answered.every(({ verdict }) => isRight(verdict))) return [];
    const students = [...variants.othersOf(student, problem)].flatMap(([other, keys]) =>
      fitsAll(answered, keys) ? [other] : [],
    );
    return students.length > 0 ? [{ problem, students }] : [];
  });
}

const isOf = ({ item }: Mark, { problem }: ForeignFit): boolean => item.id.startsWith(`${problem}.`);

/** The same marks with every answer of those problems left to a person, and their points pending. */
export function holdForeign(
  marked: MarkedSubmission,
  found: readonly ForeignFit[],
  rubric: Rubric,
): MarkedSubmission {
  if (found.length === 0) return marked;
  const marks = marked.marks.map((mark) => {
    const fit = found.find((one) => isOf(mark, one));
    if (!fit || mark.written === null || mark.comment !== null) return mark;
    const why = `The answers to ${fit.problem} fit the numbers of ${fit.students.join(', ')} exactly, not this student's own.`;
    return {
      ...mark,
      verdict: 'review' as const,
      score: zero,
      pending: mark.item.points,
      explanations: [],
      why,
    };
  });
  const parts = new Map(
    [...marked.parts].map(([part, score]) => [
      part,
      found.some(({ problem }) => part.startsWith(`${problem}.`))
        ? sumOf(
            marks
              .filter(({ item }) => item.id === part || item.id.startsWith(`${part}.`))
              .map((mark) => mark.score),
          )
        : score,
    ]),
  );
  const sum = sumOf([...parts.values()]);
  const kept = marked.late ? multiply(sum, subtract(fromNumber(1), fromNumber(marked.late.taken))) : sum;
  const score = rubric.rounding ? roundTo(kept, fromNumber(rubric.rounding.to)) : kept;
  return { ...marked, marks, parts, score, pending: sumOf(marks.map(({ pending }) => pending)) };
}
