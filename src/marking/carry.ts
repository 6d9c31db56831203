import { evaluate, type Evaluation } from '../engine/worksheet.js';
import type { AnswerItem } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { targetValue, withTargetValue } from '../problem/target.js';

/** A readable answer that later steps can use. */
export interface Carried {
  readonly item: AnswerItem;
  readonly answer: unknown;
  readonly right: boolean;
}

/** A step's value with the student's answers to it put in, ours where they left blanks. */
function fillStep(answers: readonly Carried[], computed: () => unknown): unknown {
  let value: unknown;
  for (const { item, answer } of answers) {
    const [target] = item.targets;
    const before = value;
    const base = (): unknown => before ?? computed();
    value =
      target.index === null
        ? item.type.fill(answer, base)
        : withTargetValue(
            base(),
            target,
            item.type.fill(answer, () => targetValue(base(), target)),
          );
  }
  return value;
}

/** The evaluation on the student's own answers; a step that these break falls back to the key. */
export function evaluateOnOwn(problem: OpenProblem, carried: readonly Carried[]): Evaluation {
  const byStep = new Map<string, Carried[]>();
  for (const one of carried) {
    const { step } = one.item.targets[0];
    const known = byStep.get(step);
    if (known) known.push(one);
    else byStep.set(step, [one]);
  }
  return evaluate(problem.worksheet, {
    carry: new Map([...byStep].map(([step, answers]) => [step, (computed) => fillStep(answers, computed)])),
    fallback: (name) => problem.key.value(name),
  });
}
