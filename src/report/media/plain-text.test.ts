import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, visibleLine, visibleText } from './plain-text.js';

describe('text of a student', () => {
  test.each([
    ['a right-to-left override', 'a\u202eb', 'a‹U+202E›b'],
    ['a zero-width space', 'a\u200bb', 'a‹U+200B›b'],
    ['a terminal escape', '\u001b[31mred', '‹U+001B›[31mred'],
    ['a tag character', '\u{e0041}', '‹U+E0041›'],
    ['a null', '\0', '‹U+0000›'],
    ['a line separator', 'a\u2028b', 'a‹U+2028›b'],
    ['a byte order mark', '\ufeffx', '‹U+FEFF›x'],
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['a whole pair', '😀', '😀'],
    ['accents and other scripts', 'Zoë Łukasz 李 محمد', 'Zoë Łukasz 李 محمد'],
    ['line ends of any kind', 'a\r\nb\rc\nd\te', 'a\nb\nc\nd\te'],
  ])('shows %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('is on one line where a line is asked for', () => {
    expect(visibleLine(' s001\r\nadmin\t1 ')).toBe('s001 admin 1');
  });

  test('keeps nothing that cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).not.toMatch(/[^\P{C}\n\t\p{Cn}\p{Co}]/u);
      }),
    );
  });
});

describe('a long text', () => {
  test('is cut with an ellipsis, a short one is not', () => {
    expect(cutText('abcdef', 5)).toBe('abcde…');
    expect(cutText('abcde', 5)).toBe('abcde');
  });

  test('is never cut within a character', () => {
    expect(cutText('ab😀', 3)).toBe('ab…');
  });
});
