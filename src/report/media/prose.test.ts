import { beforeAll, describe, expect, test } from 'vitest';
import { elementsOf } from '../../../test/html-elements.js';
import { proseWriter, type ProseWriter } from './prose.js';
import { loadTypesetter } from './typeset.js';

let prose: ProseWriter;
beforeAll(async () => {
  prose = proseWriter(await loadTypesetter());
});

const names = (html: string): string[] => elementsOf(html).map(({ name }) => name);

describe('Markdown of an instructor', () => {
  test('becomes paragraphs, emphasis, lists and tables', () => {
    const { html } = prose.blocks('One *two*\n\n- three\n\n| a | b |\n|---|---|\n| 1 | 2 |');
    expect(names(html)).toEqual(expect.arrayContaining(['p', 'em', 'ul', 'li', 'table', 'th', 'td']));
  });

  test('gives a table a box to scroll in and its headings a scope', () => {
    const elements = elementsOf(prose.blocks('| a | b |\n|---|:-:|\n| 1 | 2 |').html);
    expect(elements[0]!.attributes.get('class')).toBe('scroll');
    const heads = elements.filter(({ name }) => name === 'th');
    expect(heads.map(({ attributes }) => attributes.get('scope'))).toEqual(['col', 'col']);
  });

  test('keeps maths apart from Markdown: no `_` or `*` in it is emphasis', () => {
    const { html } = prose.blocks('With $a_1*b_2*c_3$ and *so*.');
    expect(names(html).filter((name) => name === 'em')).toHaveLength(1);
    expect(names(html).filter((name) => name === 'msub')).toHaveLength(3);
  });

  test('sets $$…$$ as a line of its own', () => {
    expect(prose.blocks('See $$x$$').html).toContain('class="formula"');
  });

  test('stands in a line where it is one sentence', () => {
    expect(prose.line('Not *right*.').html).toBe('Not <em>right</em>.');
  });

  test.each([
    ['raw HTML', '<script>alert(1)</script>', 'script'],
    ['raw HTML in a line', 'a <img src=x onerror=alert(1)> b', 'img'],
    ['a picture', '![x](https://example.org/a.png)', 'img'],
    ['a heading', '# Part (a)', 'h1'],
    ['an underlined heading', 'Part\n===', 'h1'],
  ])('brings no element by %s', (_, markdown, element) => {
    expect(names(prose.blocks(markdown).html)).not.toContain(element);
  });

  test('has no link that runs something', () => {
    const [, link] = elementsOf(prose.blocks('[x](javascript:alert(1))').html);
    expect(link!.attributes.get('href')).toBe('');
  });

  test('sets no maths within an attribute', () => {
    expect(names(prose.blocks('[x](https://example.org "$a_1$")').html)).toEqual(['p', 'a']);
  });

  test("is not fooled by the marks that hold maths' places", () => {
    expect(prose.blocks('\ue0000\ue001 $x$').html).toContain('<p>0 <math>');
  });
});
