import type { Evaluation } from './evaluate.js';
import type { SlipAt, Step } from './worksheet.js';

/** One printed line of working: `symbol = formula = result`, all LaTeX. */
export interface WorkingLine {
  readonly name: string;
  readonly symbol: string;
  readonly formula: string;
  readonly result: string;
}

/** How a value of an answer type is written as LaTeX. */
export type Typeset = (type: string, value: unknown) => string;

const upright = (name: string): string =>
  `\\text{${name.replace(/[_{}\\$&#%^~]/g, (mark) => (mark === '_' ? '\\_' : ' '))}}`;

/** The inputs of a step or slip, written out under the step's own words for them. */
export function writeInputs(
  evaluation: Evaluation,
  { needs }: Step | SlipAt,
  typeset: Typeset,
): Record<string, string> {
  const { givens, steps } = evaluation.worksheet;
  return Object.fromEntries(
    Object.entries(needs).map(([word, { name }]) => [
      word,
      typeset((givens.get(name) ?? steps.get(name))!.type, evaluation.value(name)),
    ]),
  );
}

/** The names a step rests on, givens left out, in the order they are computed; the step itself last. */
export function stepsBehind(evaluation: Evaluation, names: Iterable<string>): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const step = evaluation.worksheet.steps.get(name);
    if (!step || seen.has(name)) return;
    for (const need of Object.values(step.needs)) visit(need.name);
    seen.add(name);
  };
  for (const name of names) visit(name);
  return [...seen];
}

/** The worked solution: a line for each named step and for every step it rests on. */
export function working(evaluation: Evaluation, names: Iterable<string>, typeset: Typeset): WorkingLine[] {
  return stepsBehind(evaluation, names).map((name) => {
    const step = evaluation.worksheet.steps.get(name)!;
    return {
      name,
      symbol: step.symbol ?? upright(name),
      formula: (step.show as (written: unknown) => string)(writeInputs(evaluation, step, typeset)),
      result: typeset(step.type, evaluation.value(name)),
    };
  });
}
