import { DomainError } from '../engine/domain-error.js';
import type { Evaluation } from '../engine/evaluate.js';
import type { Step } from '../engine/worksheet.js';
import { fromNumber, type Rational } from '../notation/rational.js';
import { answerType } from '../answers/index.js';
import { formOf } from '../notation/formula/forms.js';
import { draftsOf, type Draft, type Path } from './drafts.js';
import type { AnswerItem, Item, Part } from './item.js';
import { checkKeyForm } from './key-form.js';
import type { OpenOptions } from './open-problem.js';
import { sharePoints, sumOf } from './points.js';
import type { ItemSpec, PartSpec, Problem } from './problem.js';
import { mergeRules } from './rubric.js';
import { parseTarget, targetType, targetValue, type Target } from './target.js';

interface Reader {
  readonly key: Evaluation;
  readonly attempt: <T>(path: Path, run: () => T) => T | undefined;
  readonly prose: (path: Path, text: string | undefined) => string | null;
  readonly options: OpenOptions;
}

const statedPoints = (spec: ItemSpec | PartSpec): Rational | null => {
  if (spec.points !== undefined) return fromNumber(spec.points);
  return spec.review ? sumOf(spec.review.map(({ points }) => fromNumber(points))) : null;
};

const unknownStep = (name: string, key: Evaluation): DomainError => {
  const names = [...key.worksheet.steps.keys()];
  const why = key.worksheet.givens.has(name) ? 'is a given, not a step' : 'is not a step of this worksheet';
  const shown = names.length > 30 ? [...names.slice(0, 30), '…'] : names;
  return new DomainError(`"${name}" ${why}; the steps are ${shown.join(', ')}`);
};

/** A target whose step exists and whose key can be computed, with the answer type of its value. */
function readTarget(
  text: string,
  origin: 0 | 1,
  key: Evaluation,
): { target: Target; step: Step; type: string } {
  const target = parseTarget(text, origin);
  const step = key.worksheet.steps.get(target.step);
  if (!step) throw unknownStep(target.step, key);
  targetValue(key.value(target.step), target);
  return { target, step, type: targetType(step.type, target) };
}

function readAnswer(
  { spec, path }: Draft,
  part: PartSpec,
  problem: Problem,
  { key, attempt, options }: Reader,
): Omit<AnswerItem, 'id' | 'part' | 'label' | 'ask' | 'points'> | undefined {
  const answers = [spec.answer!].flat();
  return attempt(
    [...path, ...(spec === part || spec.points !== undefined || part.items ? ['answer'] : [])],
    () => {
      const read = answers.map((answer) => readTarget(answer, problem.origin ?? 0, key));
      const [first] = read as [(typeof read)[number]];
      const odd = read.find(({ type }) => type !== first.type);
      if (odd)
        throw new DomainError(
          `"${odd.target.step}" is a ${odd.type}, "${first.target.step}" a ${first.type}`,
        );
      const type = answerType(first.type);
      const form = spec.form ?? part.form;
      if (form) checkKeyForm(first.target, type, formOf(form), key);
      const as = spec.as ?? part.as;
      const trailingOnes = spec.trailingOnes ?? part.trailingOnes;
      return {
        kind: 'answer' as const,
        targets: read.map(({ target }) => target) as [Target, ...Target[]],
        type,
        read: {
          decimal: options.decimal ?? 'point',
          like: targetValue(key.value(first.target.step), first.target),
          ...(as && { as }),
          ...(first.step.choices && { choices: first.step.choices }),
          ...(trailingOnes && { trailingOnes }),
        },
        rules: mergeRules(options.rubric ?? {}, part, spec),
        blankIsNone: (spec.blank ?? part.blank) === 'none',
        slips: spec.slips ?? part.slips ?? problem.slips ?? null,
      };
    },
  );
}

type Drafted = ReturnType<typeof draftsOf> & {
  readonly name: string;
  readonly spec: PartSpec;
  readonly path: Path;
};

/** What a part is worth by what it says itself: its points, its criteria, or its items where each states some. */
function ownPoints({ spec, drafts }: Drafted): Rational | null {
  const stated = statedPoints(spec);
  if (stated !== null || drafts[0]?.spec === spec) return stated;
  const points = drafts.map((draft) => statedPoints(draft.spec)).filter((known) => known !== null);
  return points.length === drafts.length ? sumOf(points) : null;
}

function readItems(drafted: Drafted, whole: Rational, problem: Problem, reader: Reader): Item[] {
  const { name, spec, path, drafts } = drafted;
  const one = fromNumber(1);
  const stated = drafts.map((draft) => (draft.spec === spec ? whole : statedPoints(draft.spec)));
  const points =
    reader.attempt([...path, 'points'], () => sharePoints(whole, stated)) ?? drafts.map(() => one);
  return drafts.flatMap<Item>((draft, position) => {
    const base = {
      id: draft.id,
      part: name,
      label: draft.label,
      ask: draft.spec === spec ? null : reader.prose([...draft.path, 'ask'], draft.spec.ask),
      points: points[position]!,
    };
    if (draft.spec.review) return [{ ...base, kind: 'review', criteria: draft.spec.review }];
    const answer = readAnswer(draft, spec, problem, reader);
    return answer ? [{ ...base, ...answer }] : [];
  });
}

/** The parts of a problem with the points of each part and item; errors go through `attempt`. */
export function readParts(problemId: string, problem: Problem, reader: Reader): Part[] {
  const drafted = Object.entries(problem.parts).map(([name, spec]): Drafted => {
    const path: Path = ['parts', name];
    return { name, spec, path, ...draftsOf(`${problemId}.${name}`, path, spec) };
  });
  const own = drafted.map(ownPoints);
  const one = fromNumber(1);
  const perItem = drafted.map(({ spec, drafts }) =>
    sumOf(drafts.map((draft) => (draft.spec === spec ? one : (statedPoints(draft.spec) ?? one)))),
  );
  const points =
    problem.points === undefined
      ? own.map((stated, position) => stated ?? perItem[position]!)
      : (reader.attempt(['points'], () => sharePoints(fromNumber(problem.points!), own)) ?? perItem);
  return drafted.map((part, position) => ({
    id: part.name,
    ask: reader.prose([...part.path, 'ask'], part.spec.ask),
    label: part.spec.label ?? `(${part.name})`,
    points: points[position]!,
    items: readItems(part, points[position]!, problem, reader),
    table: part.table,
  }));
}
