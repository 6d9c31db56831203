import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitInlineMap } from './inline-map.js';

describe('a mapping on one line', () => {
  it.each<[string, Record<string, string>]>([
    ['{ a: 3x3, b: - }', { a: '3x3', b: '-' }],
    ['{a: 16×28×28, b: (16, 14, 14), c: [1, 2]}', { a: '16×28×28', b: '(16, 14, 14)', c: '[1, 2]' }],
    ['{ a: 1,5, b: 2 }', { a: '1,5', b: '2' }],
    ['{ a: , b: none, }', { a: '', b: 'none' }],
    ['{ "a": "x, y", \'b\': \'z}\' } # row', { a: 'x, y', b: 'z}' }],
    ["{ a: it's, b: 2 }", { a: "it's", b: '2' }],
    ['{ __proto__: 1 }', Object.fromEntries([['__proto__', '1']])],
    ['{ a: 12:30 }', { a: '12:30' }],
  ])('is taken apart: %s', (text, cells) => {
    expect(Object.fromEntries(splitInlineMap(text)!)).toEqual(cells);
  });

  it.each(['{0, 1}', '{}', '{', '{a}', '[1, 2]', '{ a: 1', '{ a: 1, a: 2 }', 'a: 1', '{{1,2},{3,4}}', ''])(
    'is not seen in %j',
    (text) => {
      expect(splitInlineMap(text)).toBeNull();
    },
  );

  it('gives back any cells without commas, braces and quotes', () => {
    const cell = fc.stringMatching(/^[A-Za-z0-9 .×*/+-]{0,12}$/).map((text) => text.trim());
    const row = fc.dictionary(fc.stringMatching(/^[a-z]\w{0,5}$/), cell, { minKeys: 1, maxKeys: 6 });
    fc.assert(
      fc.property(row, (cells) => {
        const entries = Object.entries(cells);
        const text = `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
        expect([...splitInlineMap(text)!]).toEqual(entries);
      }),
    );
  });
});
