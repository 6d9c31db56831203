import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../../test/html-elements.js';
import { codeSpan, escapeMarkdown, markdownMedium } from './markdown-medium.js';

const html = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
    allowDangerousHtml: true,
  });
const names = (markdown: string): string[] => elementsOf(html(markdown)).map(({ name }) => name);

const hostile = [
  '`',
  '``',
  '` x `',
  '**b**',
  '[x](javascript:alert(1))',
  '<img src=x>',
  '# h',
  '- a',
  '1. a',
  '> q',
  '| a |',
  '~~~',
  '\\',
  '&lt;',
  '***',
  'a_b_c',
  '[x]: y',
  '===',
  '$x$',
  '![a](b)',
  'www.evil.example',
  'https://evil.example',
  'a\n\n# b',
];

describe("a student's text in Markdown", () => {
  test.each(hostile)('is text: %j', (text) => {
    expect(names(`Name: ${escapeMarkdown(text)}`)).toEqual(['p']);
    expect(names(escapeMarkdown(text))).toEqual(['p']);
    expect(names(codeSpan(text))).toEqual(['p', 'code']);
    expect(names(markdownMedium.phrase(['You wrote ', { written: text }]))).toEqual(['p', 'code']);
    expect(names(markdownMedium.phrase([{ written: text }, ' and so on']))).toEqual(['p', 'code']);
  });

  test('is text whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii' }).filter((text) => text.trim() !== ''),
        (text) => {
          expect(names(`Name: ${escapeMarkdown(text)}`)).toEqual(['p']);
          expect(names(`You wrote ${codeSpan(text)}`)).toEqual(['p', 'code']);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of several lines is a block whose fence it cannot close', () => {
    const block = markdownMedium.phrase([{ written: 'a\n```\n# b\n~~~\n<p>' }]);
    expect(names(block)).toEqual(['pre', 'code']);
  });

  test('keeps a table’s cells in their columns', () => {
    const table = `| x | y |\n|---|---|\n| ${markdownMedium.cell('a | b')} | c |`;
    expect(names(table).filter((name) => name === 'td')).toHaveLength(2);
  });
});
