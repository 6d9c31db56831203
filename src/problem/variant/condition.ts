import { DomainError } from '../../engine/domain-error.js';
import { authorParser } from '../../notation/expression/author-parser.js';
import { constantValues, operatorValues } from '../../notation/expression/compile.js';
import { realFunctions } from '../../notation/expression/functions.js';
import { ExpressionError, type Expression } from '../../notation/expression/tree.js';
import { wholeFunctions } from './functions.js';
import { standIns } from './names.js';
import { combine, eachEntry, entriesOf, single, type Value } from './value.js';

type Read = (name: string) => Value;
type Way = (read: Read) => Value;

/** An author's formula over givens and steps, ready to be worked out. */
export interface Formula {
  readonly source: string;
  readonly names: readonly string[];
  readonly run: Way;
}

function buildCall(called: string, inputs: readonly Way[]): Way {
  const whole = wholeFunctions.get(called);
  if (whole) return (read) => whole.apply(...inputs.map((input) => input(read)));
  const { apply } = realFunctions.get(called)!;
  const [first] = inputs as [Way];
  if (inputs.length > 1) return (read) => apply(...inputs.map((input) => single(input(read), called)));
  if (called === 'min' || called === 'max')
    return (read) => entriesOf(first(read)).reduce((best, entry) => apply(best, entry));
  return (read) => eachEntry(first(read), (entry) => apply(entry));
}

function build(tree: Expression, names: readonly string[]): Way {
  switch (tree.kind) {
    case 'number':
      return () => tree.value;
    case 'constant':
      return () => constantValues[tree.name];
    case 'name': {
      const meant = names[Number(tree.name.slice('v_'.length))]!;
      return (read) => read(meant);
    }
    case 'unary': {
      const of = build(tree.of, names);
      return (read) => eachEntry(of(read), tree.operator === '-' ? (entry) => -entry : (entry) => 1 - entry);
    }
    case 'operation': {
      const [left, right] = [build(tree.left, names), build(tree.right, names)];
      return (read) => combine(left(read), right(read), operatorValues[tree.operator]);
    }
    case 'call':
      return buildCall(
        tree.function,
        tree.inputs.map((input) => build(input, names)),
      );
  }
}

/** Reads an author's formula; throws an ExpressionError for names and notation that mean nothing. */
export function readFormula(source: string, known: ReadonlySet<string>): Formula {
  const { text, names } = standIns(source.slice(0, 1_000), known);
  const options = { names: names.map((_, place) => `v_${place}`), functions: wholeFunctions };
  try {
    return { source, names, run: build(authorParser()(text, options), names) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const message = error.message.replace(/v_(\d+)/g, (_, place: string) => names[Number(place)] ?? _);
    const hint = error.hint ?? 'Write it as in min(z) >= 2 or 2*a - 1.';
    throw new ExpressionError(message, hint);
  }
}

/** Whether a condition holds, in every entry where it has several. */
export const holds = ({ run }: Formula, read: Read): boolean =>
  entriesOf(run(read)).every((entry) => entry > 0.5);

/** Reads values by name; throws a DomainError for a text or what does not exist. */
export const reader =
  (valueOf: (name: string) => Value | undefined): Read =>
  (name) => {
    const value = valueOf(name);
    if (value === undefined) throw new DomainError(`${name} has no number`);
    return value;
  };
