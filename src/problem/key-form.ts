import type { AnswerType } from '../answers/answer-type.js';
import { DomainError } from '../engine/domain-error.js';
import type { Evaluation } from '../engine/evaluate.js';
import { describeForm, type Form } from '../notation/formula/forms.js';
import { targetValue, type Target } from './target.js';

const exact = { relative: 0, absolute: 0 };

/** Refuses a form for what is no formula of numbers, and one that the key itself does not have. */
export function checkKeyForm(target: Target, type: AnswerType, form: Form, key: Evaluation): void {
  if (!type.hasForms)
    throw new DomainError(`"${target.step}" is of type ${type.name}; only formulas of numbers have a form`);
  const value = targetValue(key.value(target.step), target);
  const text = type.write(value);
  const reading = type.read(text, { decimal: 'point', like: value });
  const entries =
    reading.state === 'read' ? type.compare(reading.answer, value, { ...exact, form }).entries : [];
  if (entries.length === 0 || entries.some((entry) => entry !== 'correct'))
    throw new DomainError(`the key of "${target.step}", ${text}, is not ${describeForm(form)} itself`);
}
