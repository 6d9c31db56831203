import { answerType } from '../answers/index.js';
import type { Json } from '../answers/answer-type.js';
import { toNumber } from '../notation/rational.js';
import type { OpenProblem } from './open-problem.js';
import { targetValue } from './target.js';

/** A problem's key: every step, and every item with its value as text. */
export interface Solution {
  readonly items: ReadonlyMap<string, { readonly text: string }>;
  /** `{ problem, family, seed, given, steps, items }`, values as plain JSON. */
  readonly json: Json;
}

/** Solves a problem on its own givens. */
export function solution(problem: OpenProblem): Solution {
  const { key, worksheet } = problem;
  const steps = [...worksheet.steps.values()].map(({ name, type }): [string, Json] => [
    name,
    answerType(type).json(key.value(name)),
  ]);
  const answers = problem.items.filter((item) => item.kind === 'answer');
  const items = answers.map((item) => {
    const [target] = item.targets;
    const value = targetValue(key.value(target.step), target);
    const json: Json = {
      step: target.step,
      type: item.type.name,
      points: toNumber(item.points),
      value: item.type.json(value),
    };
    return { id: item.id, text: item.type.write(value), json };
  });
  return {
    items: new Map(items.map(({ id, text }) => [id, { text }])),
    json: {
      problem: problem.id,
      family: problem.family.name,
      seed: problem.seed,
      given: problem.given as Json,
      steps: Object.fromEntries(steps),
      items: Object.fromEntries(items.map(({ id, json }) => [id, json])),
    },
  };
}
