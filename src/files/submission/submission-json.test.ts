import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../finding.js';
import { readJsonTree, type JsonNode } from './json-tree.js';
import { readJsonSubmission } from './submission-json.js';

const read = (answers: string) => readJsonSubmission('s.json', `{"student":"s001","answers":${answers}}`);
const texts = (answers: string) => [...read(answers).answers].map(([path, { text }]) => [path, text]);

describe('an answer in JSON', () => {
  it.each([
    ['2.50', '2.50'],
    ['1e400', '1e400'],
    ['9007199254740993', '9007199254740993'],
    ['-0', '-0'],
    ['true', 'true'],
    ['null', ''],
    ['"007"', '007'],
    ['[[1.0, -2],\n [3, null]]', '[[1.0, -2], [3, ]]'],
    ['["1 2", "3 4"]', '[[1 2], [3 4]]'],
    ['"1 2\\n3 4"', '1 2\n3 4'],
    ['"two\\nlines"', 'two\nlines'],
    ['"\\\\frac{1}{2} \\u00d7"', '\\frac{1}{2} ×'],
  ])('keeps its source text: %s', (source, text) => {
    expect(texts(`{"q":{"a":${source}}}`)).toEqual([['q.a', text]]);
    expect(read(`{"q":{"a":${source}}}`).findings).toEqual([]);
  });

  it('keeps a backslash that JSON would eat, with a warning', () => {
    const { answers, findings } = read('{"q":{"a":"3 \\times 3"}}');
    expect(answers.get('q.a')).toEqual({ text: '3 \\times 3', line: 1, column: 39 });
    expect(findings).toHaveLength(1);
  });

  it('may have the name of anything', () => {
    const { answers, findings } = readJsonSubmission(
      's.json',
      '{"student":"s","__proto__":{"admin":true},"answers":{"__proto__":{"q1":"42"},"constructor":"1"}}',
    );
    expect([...answers.keys()]).toEqual(['__proto__.q1', 'constructor']);
    expect(findings.map(({ level, path }) => [level, path])).toEqual([['warning', '__proto__']]);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('given twice counts neither time', () => {
    const file = read('{"q1":"41","q2":"0",\n"q1":"42"}');
    expect([...file.answers.keys()]).toEqual(['q2']);
    expect(file.lost.get('q1')?.text).toBe('41');
    expect(file.findings.map(formatFinding)).toEqual([
      's.json:2:1 q1: expected each name once, found a second one, the first is at s.json:1:30. Neither counts until a person has looked. Keep one.',
    ]);
  });

  it('is lost below too many names', () => {
    const file = read('{"a":{"b":{"c":{"d":{"e":{"f":1}}}}},"z":2}');
    expect([...file.lost.keys()]).toEqual(['a.b.c.d.e']);
    expect([...file.answers.keys()]).toEqual(['z']);
  });
});

describe('a JSON file whose structure is lost', () => {
  it.each([
    ['{"student":"s001","answers":{"q1":"4', 's.json:1:35: expected a text closed on its line'],
    ['{/* x */"student":"s001"}', 's.json:1:2: expected a name in double quotes, found "/* x */"stud".'],
    [
      '{"student":"s001","student":"s002","answers":{}}',
      's.json:1:19: expected "student" once, found a second one, the first is at 1:2.',
    ],
    ['"x"', 's.json:1:1: expected { "student": …, "answers": { … } }, found a text.'],
    ['[1]', 'found a list'],
    ['{"student":"s001"}', 'expected "answers", found none'],
    ['{"answers":[1]}', 's.json:1:12 answers: expected questions'],
    ['{"student":{"id":1},"answers":{}}', 's.json:1:12 student: expected one text, found a mapping.'],
    ['{"student":"a\\u0000b","answers":{}}', 'cannot be seen: "a\\u{0}b"'],
    ['{"student":"s","answers":{"q1":"a\u0001b"}}', 's.json:1:32: expected a text closed on its line'],
    ['['.repeat(100_000), 's.json:1:34: expected at most 32 brackets in one another'],
    ['{"answers":{"q":01}}', 'expected a JSON value, found "01}}"'],
    ['{"answers":{}} x', 'expected the end of the file, found "x"'],
    ['', 'expected a JSON value, found the end of the file'],
  ])('is refused with its place: %.40s', (source, message) => {
    expect(() => readJsonSubmission('s.json', source)).toThrow(message);
  });
});

describe('the JSON reader', () => {
  const rebuild = (node: JsonNode): unknown => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'word') return JSON.parse(node.text) as unknown;
    if (node.kind === 'list') return node.items.map(rebuild);
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, rebuild(value)]));
  };

  it('agrees with JSON.parse', () => {
    // Control characters before letters are read as LaTeX commands whose backslash was eaten.
    const value = fc
      .jsonValue({ maxDepth: 4 })
      .filter((json) => !/\\[bfnrt][a-zA-Z]/.test(JSON.stringify(json)));
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (json, indent) => {
        const source = JSON.stringify(json, null, indent);
        expect(rebuild(readJsonTree('f', source))).toEqual(JSON.parse(source));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no text that JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '.5',
      'e',
      'true',
      ' ',
      '\n',
      '"',
      '0',
      'nul',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const source = parts.join('');
        let valid = true;
        try {
          JSON.parse(source);
        } catch {
          valid = false;
        }
        if (valid) expect(() => readJsonTree('f', source)).not.toThrow();
        else expect(() => readJsonTree('f', source)).toThrow('f:');
      }),
      { numRuns: 3000 },
    );
  });
});
