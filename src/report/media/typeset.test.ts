import { beforeAll, describe, expect, test } from 'vitest';
import { elementsOf } from '../../../test/html-elements.js';
import { loadTypesetter, type Typesetter } from './typeset.js';

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = await loadTypesetter();
});

const names = (html: string): string[] => elementsOf(html).map(({ name }) => name);

describe('maths', () => {
  test('is MathML, in the line or as a line that can scroll', () => {
    expect(names(typesetter.inline('\\frac{1}{2}').html)).toContain('mfrac');
    expect(elementsOf(typesetter.block('x').html)[0]!.attributes.get('class')).toBe('formula');
    expect(elementsOf(typesetter.block('x').html)[1]!.attributes.get('display')).toBe('block');
  });

  test('is typeset once: the same piece is the same result', () => {
    expect(typesetter.inline('a+b')).toBe(typesetter.inline('a+b'));
  });

  test('gives a matrix a row and a cell for each of its own', () => {
    const cells = names(typesetter.inline('\\begin{bmatrix} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\end{bmatrix}').html);
    expect(cells.filter((name) => name === 'mtr')).toHaveLength(2);
    expect(cells.filter((name) => name === 'mtd')).toHaveLength(6);
  });

  test.each([
    ['a macro', '\\def\\a{\\a\\a}\\a'],
    ['another macro', '\\newcommand{\\x}{1}\\x'],
    ['a link', '\\href{javascript:alert(1)}{x}'],
    ['a picture', '\\includegraphics{https://example.org/a.png}'],
    ['a class', '\\class{a}{x}'],
    ['broken LaTeX', '\\frac{1}'],
    ['markup', '<img src=x onerror=alert(1)>\\frac'],
    ['depth', '\\frac{1}{'.repeat(600) + '}'.repeat(600)],
    ['length', 'x+'.repeat(4_000)],
  ])('shows the source of %s', (_, latex) => {
    expect(elementsOf(typesetter.inline(latex).html).map(({ name }) => name)).toEqual(['code']);
  });

  test('refuses commands, not the words that begin like them', () => {
    expect(names(typesetter.inline('\\delta \\leq \\left( x \\right)').html)).toContain('math');
  });
});
