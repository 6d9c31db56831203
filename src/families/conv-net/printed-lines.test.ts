import { describe, expect, it } from 'vitest';
import { answerType } from '../../answers/index.js';
import { evaluate } from '../../engine/evaluate.js';
import { working, writeInputs } from '../../engine/working.js';
import { readArithmetic } from '../../notation/arithmetic.js';
import { Unreadable } from '../../notation/unreadable.js';
import { convNet } from './index.js';
import { samples } from './samples.js';

const typeset = (type: string, value: unknown): string => answerType(type).typeset(value);

/** The number a printed formula comes to, floors and ceilings worked out from the inside. */
function worth(latex: string): number {
  let text = latex.replaceAll('\\,', '').replaceAll('\\left(', '(').replaceAll('\\right)', ')');
  text = text.replaceAll('\\cdot', '*').replace(/\\underbrace\{1\}_\{\\text\{[^{}]*\}\}/g, '1');
  const floors = /\\left\\l(floor|ceil) ([^\\]*(?:\\frac[^\\]*)?) \\right\\r(?:floor|ceil)/;
  for (let match = floors.exec(text); match; match = floors.exec(text)) {
    const inner = worth(match[2]!);
    text = text.replace(match[0], `${match[1] === 'floor' ? Math.floor(inner) : Math.ceil(inner)}`);
  }
  text = text.replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '(($1) / ($2))');
  const read = readArithmetic(text, 'point');
  if (read instanceof Unreadable) throw new Error(`${latex}: ${read.why}`);
  return read.value;
}

describe.each(Object.entries(samples))('the printed working of %s', (_, sample) => {
  const key = evaluate(convNet.worksheet(convNet.given.parse(sample)));
  const { steps } = key.worksheet;
  const lines = working(key, steps.keys(), typeset);

  it('has a formula for each count that comes to its value', () => {
    for (const { name, formula } of lines)
      if (steps.get(name)!.type !== 'shape')
        expect(worth(formula), name).toBeCloseTo(key.value(name) as number, 8);
  });

  it('has a formula for each shape that comes to its sizes', () => {
    for (const { name, formula } of lines) {
      const value = key.value(name);
      if (!Array.isArray(value) || /\((\d+,)\)/.test(formula)) continue;
      const printed = formula.split('\\times').map(worth);
      const flattened = printed.length === 1 && value.length === 2 ? [value[0]] : value;
      expect(printed, name).toEqual(flattened);
    }
  });

  it('names what every slip computed in its own line', () => {
    for (const step of steps.values())
      for (const [name, slip] of Object.entries(step.slips)) {
        const made = evaluate(key.worksheet, { slips: [{ slip: name, at: step.name }] });
        const line = (slip.show as (written: unknown) => string)(writeInputs(made, slip, typeset));
        const value = made.value(step.name);
        if (typeof value !== 'number' || name === 'dropped-the-sign') continue;
        expect(worth(line), `${step.name} ${name}`).toBeCloseTo(value, 8);
      }
  });
});
