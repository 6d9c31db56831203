import { describe, expect, it } from 'vitest';
import { tensor } from '../engine/tensor.js';
import type { AnswerType, Example, ReadOptions } from './answer-type.js';
import { answerTypes } from './index.js';

const rule = { relative: 0, absolute: 0 };
const optionsOf = (example: Example<unknown>): ReadOptions => ({ decimal: 'point', like: example.key, ...example.options });

function outcome(type: AnswerType, example: Example<unknown>, text: string): string {
  const reading = type.read(text, optionsOf(example));
  if (reading.state !== 'read') return reading.state;
  const { entries } = type.compare(reading.answer, example.key, { ...rule, ...example.rule });
  return entries.every((entry) => entry === 'correct') ? 'accepted' : 'rejected';
}

const types: readonly AnswerType[] = Object.values(answerTypes);

describe.each(types)('examples of the answer type $name', (type) => {
  const cases = type.examples.flatMap((example) => [
    ...example.accepts.map((text) => ({ text, example, expected: 'accepted' })),
    ...example.rejects.map((text) => ({ text, example, expected: 'rejected' })),
    ...(example.unreadable ?? []).map((text) => ({ text, example, expected: 'unreadable' })),
  ]);
  it.each(cases)('$text is $expected for $example.key', ({ text, example, expected }) => {
    expect(outcome(type, example, text)).toBe(expected);
  });
});
void tensor;
