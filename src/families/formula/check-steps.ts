import { GivenError } from '../../engine/domain-error.js';
import { CycleError, evaluate } from '../../engine/evaluate.js';
import { worksheet, type Given, type SlipAt, type Step, type Worksheet } from '../../engine/worksheet.js';
import { NotFiniteError } from './formulas.js';
import { describeValue, typeOfValue, type Value } from './value.js';

type Path = readonly (string | number)[];

const loop = (path: Path, { message }: CycleError): GivenError =>
  new GivenError(path, message, 'Write one of these steps without the others.');

/** Evaluates a step of a sheet; a cycle is the fault of the step at `path`. */
function valueAt(sheet: Worksheet, name: string, path: Path, slip?: string): Value {
  try {
    return evaluate(sheet, slip === undefined ? {} : { slips: [{ slip, at: name }] }).value(name) as Value;
  } catch (error) {
    throw error instanceof CycleError ? loop(path, error) : error;
  }
}

function checkType(declared: string, value: Value, name: string): void {
  const found = typeOfValue(value);
  const fits =
    declared === 'integer'
      ? Number.isInteger(value)
      : declared === found || (declared === 'tensor' && found !== 'number');
  if (fits) return;
  const is = typeof value === 'number' ? String(value) : describeValue(value);
  throw new GivenError(
    ['steps', name, 'type'],
    `the value is ${is}, not of type ${declared}`,
    `Write type: ${found}.`,
  );
}

/** The slips of a step that can be made on these numbers; one with a fault of its own is an authoring error. */
function usableSlips(sheet: Worksheet, { name, slips }: Step<Value>): Record<string, SlipAt<Value>> {
  const usable = Object.entries(slips).filter(([slip]) => {
    try {
      valueAt(sheet, name, ['steps', name, 'slips', slip, 'formula'], slip);
      return true;
    } catch (error) {
      if (error instanceof NotFiniteError) return false;
      throw error;
    }
  });
  return Object.fromEntries(usable);
}

/** The worksheet of steps whose every formula was tried on the givens, with the types their values show. */
export function checkedSheet(
  givens: readonly Given<unknown>[],
  steps: readonly Step<Value>[],
  declaredType: (name: string) => string | undefined,
): Worksheet {
  const draft = worksheet(givens, steps);
  const typed = steps.map((step) => {
    const value = valueAt(draft, step.name, ['steps', step.name, 'formula']);
    const declared = declaredType(step.name);
    if (declared !== undefined) checkType(declared, value, step.name);
    return { ...step, type: declared ?? typeOfValue(value) };
  });
  return worksheet(
    givens,
    typed.map((step) => ({ ...step, slips: usableSlips(draft, step) })),
  );
}
