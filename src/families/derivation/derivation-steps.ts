import type { AnswerType, Comparison, KeyText } from '../../answers/answer-type.js';
import type { Formula } from '../../answers/formula/expression.js';
import type { IndexedFormula } from '../../answers/formula/indexed-sum.js';
import { answerType } from '../../answers/index.js';
import { DomainError, GivenError } from '../../engine/domain-error.js';
import { slip, step, type SlipAt, type Step } from '../../engine/worksheet.js';
import { ExpressionError, number, operation } from '../../notation/expression/tree.js';
import { typesetName } from '../../notation/expression/typeset-names.js';
import { compareFormulas } from '../../notation/formula/compare-formulas.js';
import { formOf } from '../../notation/formula/forms.js';
import { asRight, lettersOf } from './layouts.js';
import { lettersFrom, withLetters } from './own-letters.js';
import type { DerivationGiven, DerivationStep } from './schema.js';

type Path = readonly (string | number)[];
const exact = { relative: 0, absolute: 0 };

/** Every index that a step of the problem names, so that a formula without its sum can be read. */
const indicesOf = ({ steps }: DerivationGiven): string[] =>
  Object.values(steps).flatMap(({ indices = {} }) => Object.keys(indices));

const countersOf = (key: unknown): readonly string[] =>
  typeof key === 'object' && key !== null && 'counters' in key ? (key as IndexedFormula).counters : [];

function keyText(given: DerivationGiven, name: string, spec: DerivationStep): Omit<KeyText, 'formula'> {
  const { form, indices } = spec;
  const symbols = lettersOf(given, spec);
  return {
    symbols,
    counters: indicesOf(given),
    origin: given.origin,
    outside: given.outside,
    ...(form && { form: formOf(form) }),
    ...(indices && { indices }),
    ...(Object.hasOwn(symbols, name) && { asked: name }),
  };
}

/** A formula of the problem file as the value of its answer type; its errors name the place. */
function readKey(type: AnswerType, text: KeyText, path: Path): unknown {
  try {
    return type.keyFrom!(text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GivenError(path, error.message, error instanceof ExpressionError ? error.hint : undefined);
  }
}

/** How a formula compares with the key when it is written as an answer. */
function compareAsAnswer(type: AnswerType, value: unknown, key: unknown): Comparison | undefined {
  const reading = type.read(type.write(value), { decimal: 'point', like: key });
  return reading.state === 'read' ? type.compare(reading.answer, key, exact) : undefined;
}

/** Whether samples give a formula of numbers a value; written otherwise it must still be recognised. */
function hasValues(key: unknown): boolean {
  if (typeof key !== 'object' || key === null || !('formula' in key)) return true;
  const { formula, symbols } = key as Formula;
  return compareFormulas(operation(formula, '+', number(0)), formula, symbols ?? new Map()) === 'same';
}

/** The key must be right by its own rule: else its shapes do not fit, or no sample gives it a value. */
function checkKey(type: AnswerType, key: unknown, path: Path): void {
  const found = compareAsAnswer(type, key, key);
  const isRight = found?.entries.every((entry) => entry === 'correct');
  if (isRight && (type.name !== 'expression' || hasValues(key))) return;
  throw new GivenError(
    path,
    `the formula does not count as right itself${found?.remark === undefined ? '' : `: ${found.remark}`}`,
    'Check its shapes, its indices and the domains of its letters.',
  );
}

function slipOf(value: unknown, hint: string, latex: string): SlipAt {
  return slip({ needs: {}, run: () => value, show: () => latex, hint });
}

/** Each formula of a key or a slip under another layout, as a value of its own. */
const othersOf = (type: AnswerType, text: KeyText, path: Path): unknown[] =>
  (text.also ?? []).map((other) => readKey(type, { ...text, ...other, also: [] }, path));

/** The step of one asked formula. */
export function derivationStep(given: DerivationGiven, name: string, spec: DerivationStep): Step<unknown> {
  const type: AnswerType = answerType(spec.type);
  const path: Path = ['steps', name];
  if (spec.form !== undefined && !type.hasForms)
    throw new GivenError(
      [...path, 'form'],
      `a formula of type ${spec.type} has no form that could be asked for`,
      'Leave the form out; expression and expression-matrix have forms.',
    );
  const text = keyText(given, name, spec);
  const textOf = (one: Pick<DerivationStep, 'formula' | 'also'>, at: Path): KeyText => ({
    ...text,
    formula: one.formula,
    also: asRight(given, text.symbols!, one, spec.transposed, at),
  });
  const keyAsText = textOf(spec, path);
  const key = readKey(type, keyAsText, [...path, 'formula']);
  const counters = [...text.counters!, ...countersOf(key)];
  for (const one of [key, ...othersOf(type, keyAsText, [...path, 'also'])])
    checkKey(type, one, [...path, one === key ? 'formula' : 'also']);
  const slips = Object.entries(spec.slips ?? {}).map(([slipName, wrong]) => {
    const at = [...path, 'slips', slipName];
    const wrongText: KeyText = { ...textOf(wrong, at), counters };
    const value = readKey(type, wrongText, [...at, 'formula']);
    for (const one of [value, ...othersOf(type, wrongText, [...at, 'also'])])
      if (compareAsAnswer(type, one, key)?.entries.every((entry) => entry === 'correct'))
        throw new GivenError(
          [...at, one === value ? 'formula' : 'also'],
          'the wrong formula means the same as the right one',
          'Leave the slip out.',
        );
    return [slipName, slipOf(value, wrong.hint, type.typeset(value))] as const;
  });
  const letters = lettersFrom(given, name, key);
  return step({
    name,
    type: spec.type,
    symbol: spec.symbol ?? typesetName(name),
    needs: letters,
    run: (found) => (Object.keys(found).length > 0 ? withLetters(key, found) : key),
    show: () => spec.because ?? type.typeset(key),
    slips: Object.fromEntries(slips),
  });
}
