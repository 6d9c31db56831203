import { beforeAll, describe, expect, it, test } from 'vitest';
import { Unreadable } from '../unreadable.js';
import { formulaSides } from './formula-sides.js';
import { loadLatex } from './load-latex.js';
import { readSymbols } from './symbol-specs.js';
import type { Language } from './symbols.js';

beforeAll(loadLatex);

const language: Language = {
  kind: 'numbers',
  symbols: readSymbols({ x: {}, U: {}, dU: { aliases: ['∂J/∂U'] }, dZ: { aliases: ['∂J/∂Z'] } }),
  asked: 'dZ',
};
const sidesOf = (text: string): readonly string[] | string => {
  const found = formulaSides(text, language);
  return found instanceof Unreadable ? found.why : found.sides;
};

describe('what stands around a formula', () => {
  test.each([
    ['x + 1', ['x + 1']],
    [' $x + 1$ ', ['x + 1']],
    ['$$x + 1$$', ['x + 1']],
    ['\\(x + 1\\)', ['x + 1']],
    ['y = x + 1', ['x + 1']],
    ['∂J/∂Z[i,j,m] = dU U', ['dU U']],
    ['\\frac{\\partial J}{\\partial Z} = dU U', ['dU U']],
    ["f'(x) = 2x", ['2x']],
    ['J_{f_1} = [[1, x]]', ['[[1, x]]']],
    ['dZ = dU U = U dU', ['dU U', 'U dU']],
    ['x + x = 2x', ['x + x', '2x']],
    ['Σ_{i=0}^{2} x', ['Σ_{i=0}^{2} x']],
    ['if(x == 1, x, 0)', ['if(x == 1, x, 0)']],
    ['x <= 1', ['x <= 1']],
  ])('%s holds %j', (text, sides) => {
    expect(sidesOf(text)).toEqual(sides);
  });

  it('says which leading name was left out', () => {
    expect(formulaSides('y = x', language)).toMatchObject({ notes: ['the leading “y =” was left out'] });
  });

  test.each([
    ['U = x', /“U” is given/],
    ['∂J/∂U = x', /“∂J\/∂U” is given/],
    ['pi = 3', /“pi” is given/],
    ['f(x) = x', /defines a function/],
    ['x =', /one side of the equation is empty/],
    ['x = 1 = 2 = 3 = 4 = 5 = 6', /more than 6 sides/],
    ['x'.repeat(5000), /longer than 4000/],
    ['x\u202e', /cannot be seen/],
    ['\x0crac{1}{x}', /backslash of \\frac was lost.*single quotes/],
    ['x \times 2', /backslash of \\times was lost/],
    ['\nabla x', /backslash of \\nabla was lost/],
  ])('%j is refused: %s', (text, why) => {
    expect(sidesOf(text)).toMatch(why);
  });

  it('leaves tabs and lines between cells alone', () => {
    expect(sidesOf('x\tU\nU\tx')).toEqual(['x\tU\nU\tx']);
  });
});
