import { DomainError, GivenError } from '../../engine/domain-error.js';
import { named, slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { authorParser } from '../../notation/expression/author-parser.js';
import { ExpressionError, namesIn, type Expression } from '../../notation/expression/tree.js';
import { typesetName } from '../../notation/expression/typeset-names.js';
import { evaluateFormula } from './evaluate-formula.js';
import { fillHint, namesInHint } from './hint.js';
import type { FormulaGiven, FormulaStep } from './schema.js';
import { showFormula } from './show-formula.js';
import { tensorFunctions } from './tensor-functions.js';
import { isFiniteValue, type Value } from './value.js';

type Path = readonly (string | number)[];
type Inputs = Readonly<Record<string, unknown>>;
type WrittenInputs = Readonly<Record<string, string>>;

/** A formula has a value, but not a finite one, on these numbers. */
export class NotFiniteError extends GivenError {}

/** What went wrong with a formula, at its place in the problem file. */
export function atPlace(path: Path, error: unknown): unknown {
  if (error instanceof GivenError || !(error instanceof DomainError)) return error;
  return new GivenError(path, error.message, error instanceof ExpressionError ? error.hint : undefined);
}

interface Way {
  readonly needs: Readonly<Record<string, Named<unknown>>>;
  readonly run: (inputs: Inputs) => Value;
  readonly show: (written: WrittenInputs) => string;
}

const needsOf = (names: readonly string[]): Record<string, Named<unknown>> =>
  Object.fromEntries(names.map((name) => [name, named(name)]));

function readFormula(text: string, names: readonly string[], path: Path): Expression {
  try {
    return authorParser()(text, { names, functions: tensorFunctions });
  } catch (error) {
    throw atPlace(path, error);
  }
}

/** A formula as a way of doing a step; its errors name the place where it was written. */
function wayOf(text: string, names: readonly string[], path: Path): Way {
  const tree = readFormula(text, names, path);
  return {
    needs: needsOf(namesIn(tree)),
    run: (inputs) => {
      try {
        const value = evaluateFormula(tree, (name) => inputs[name]);
        if (isFiniteValue(value)) return value;
      } catch (error) {
        throw atPlace(path, error);
      }
      throw new NotFiniteError(
        path,
        'the value is not finite',
        'Look for a division by 0 or a root or logarithm of a negative number.',
      );
    },
    show: (written) => showFormula(tree, written),
  };
}

function slipOf(
  spec: { formula: string; hint: string },
  names: readonly string[],
  path: Path,
): SlipAt<Value> {
  const { needs, run, show } = wayOf(spec.formula, names, [...path, 'formula']);
  const asked = namesInHint(spec.hint);
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new GivenError(
      [...path, 'hint'],
      `{{${unknown}}} stands for nothing here`,
      `The names are ${names.join(', ')}.`,
    );
  return slip({
    needs: { ...needs, ...needsOf(asked) },
    run,
    show,
    hint: asked.length === 0 ? spec.hint : (written: WrittenInputs) => fillHint(spec.hint, written),
  });
}

const specOf = (written: string | FormulaStep): FormulaStep =>
  typeof written === 'string' ? { formula: written } : written;

/** The steps of a problem, as they stand in its file; a type that is not said counts as a number for now. */
export function readSteps({ values, steps }: FormulaGiven): Step<Value>[] {
  const names = [...Object.keys(values), ...Object.keys(steps)];
  return Object.entries(steps).map(([name, written]) => {
    if (Object.hasOwn(values, name))
      throw new GivenError(['steps', name], `${name} is a value already`, 'Give the step a name of its own.');
    const spec = specOf(written);
    const place: Path = ['steps', name];
    return step({
      name,
      type: spec.type ?? 'number',
      symbol: spec.symbol ?? typesetName(name),
      ...wayOf(spec.formula, names, typeof written === 'string' ? place : [...place, 'formula']),
      slips: Object.fromEntries(
        Object.entries(spec.slips ?? {}).map(([key, one]) => [
          key,
          slipOf(one, names, [...place, 'slips', key]),
        ]),
      ),
    });
  });
}

/** The type an author declared for a step. */
export const declaredType = ({ steps }: FormulaGiven, name: string): FormulaStep['type'] =>
  specOf(steps[name]!).type;
