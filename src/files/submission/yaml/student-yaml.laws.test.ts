import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { FileError } from '../../finding.js';
import { readStudentYaml } from './student-yaml.js';

const visible = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim())
  .filter((text) => text !== '');
const notAsTyped = /^["'“”„‘«]|^\|[-+1-9]{0,2}(\s|$)|^#(\s|$)/;

const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/).filter((name) => !['__proto__'].includes(name));
const line = fc.stringMatching(/^[ -~µ×−]{0,30}$/).map((text) => text.trimEnd());
const lines = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((rows) => rows.join('\n'))
  // In double quotes "\\ne" may be a new line or LaTeX, and is read as LaTeX.
  .filter((text) => text.trim() !== '' && !text.endsWith('\n') && !/\n[a-z]/.test(text));
const level = (inner: fc.Arbitrary<unknown>) => fc.dictionary(id, inner, { minKeys: 1, maxKeys: 4 });
const answers = level(level(fc.oneof(lines, level(fc.oneof(lines, level(lines))))));

/** Paths and texts; blanks that end a line are no part of an answer. */
const flatten = (tree: unknown, path = ''): [string, string][] =>
  typeof tree === 'string'
    ? [[path, tree.replaceAll(/ +$/gm, '')]]
    : Object.entries(tree as object).flatMap(([key, inner]) =>
        flatten(inner, path === '' ? key : `${path}.${key}`),
      );

describe('reading a submission', () => {
  it('gives any text on a line exactly as typed', () => {
    fc.assert(
      fc.property(visible, (text) => {
        fc.pre(!notAsTyped.test(text));
        const { answers: read, findings } = readStudentYaml(
          's',
          `student: s\nanswers:\n  q:\n    a: ${text}\n    b: 5\n`,
        );
        expect(read.get('q.a')?.text).toBe(text);
        expect(read.get('q.b')?.text).toBe('5');
        expect(findings).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([{}, { singleQuote: true }, { defaultStringType: 'QUOTE_DOUBLE' as const }, { indent: 4 }])(
    'agrees with the YAML package on what that writes (%j)',
    (options) => {
      fc.assert(
        fc.property(answers, (tree) => {
          const source = stringify({ student: 's', answers: tree }, { lineWidth: 0, ...options });
          const { answers: parsed } = parse(source, { schema: 'failsafe' }) as { answers: unknown };
          const file = readStudentYaml('s', source);
          expect([...file.answers].map(([path, { text }]) => [path, text])).toEqual(flatten(parsed));
          expect(file.findings).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('ends on any text, in answers or with a FileError', () => {
    const pieces = fc.constantFrom(
      'student: s',
      'answers:',
      'q:',
      'a: ',
      'b:',
      '\n',
      '\n  ',
      '\n    ',
      '\n\t',
      '- ',
      '? ',
      '|',
      '>',
      '[',
      ']',
      '{ a: 1',
      '}',
      '"',
      "'",
      '#',
      ': ',
      ',',
      '\\',
      '---\n',
      '5',
      'é',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const source of [parts.join(''), `student: s\nanswers:\n  q:\n    ${parts.join('')}`])
          try {
            for (const { text } of readStudentYaml('s', source).answers.values())
              expect(typeof text).toBe('string');
          } catch (error) {
            expect(error).toBeInstanceOf(FileError);
          }
      }),
      { numRuns: 3000 },
    );
  });
});
