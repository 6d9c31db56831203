import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAuthored } from './authored-yaml.js';
import { formatFinding } from '../finding.js';

const answer = z.union([z.string().min(1), z.array(z.string())]);
const Part = z
  .strictObject({
    points: z.number().min(0).optional(),
    answer: answer.optional(),
    review: z.string().optional(),
  })
  .refine((part) => (part.answer === undefined) !== (part.review === undefined), {
    message: 'a part has either `answer` or `review`',
  });
const Schema = z.strictObject({
  title: z.string().min(1),
  due: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .meta({ hint: 'Write a year: 2026.' }),
  tolerance: z.number().optional(),
  partial: z.enum(['per-entry', 'all-or-nothing']).optional(),
  origin: z.union([z.literal(0), z.literal(1)]).optional(),
  given: z.record(z.string(), z.unknown()).optional(),
  parts: z.record(z.string().regex(/^[a-z]+$/), Part).optional(),
});
const read = (source: string) => readAuthored('p.yaml', source, Schema);
const messages = (source: string): string[] => read(source).findings.map(formatFinding);

describe("an instructor's file", () => {
  it('is read with the numbers of YAML 1.2', () => {
    const { value, findings } = read(
      'title: no\ngiven: { a: 0o17, b: 1e3, c: [[1, -2.5]], d: 2026-11-20 }\n',
    );
    expect(findings).toEqual([]);
    expect(value?.title).toBe('no');
    expect(value?.given).toEqual({ a: 15, b: 1000, c: [[1, -2.5]], d: '2026-11-20' });
  });

  it.each<[what: string, source: string, message: string]>([
    [
      'another kind',
      'title: t\n\n  \ntolerance: 5 %\n',
      'p.yaml:4:12 tolerance: expected a number, found "5 %". Write 0.05.',
    ],
    [
      'a key nobody knows',
      'title: t\ntolerence: 1\n',
      'p.yaml:2:1 tolerence: expected one of title, due, tolerance, partial, origin, given, parts, found "tolerence". Did you mean "tolerance"?',
    ],
    ['a missing key', 'tolerance: 1\n', 'p.yaml:1:1 title: expected a text, found nothing.'],
    ['a missing value', 'title:\n', 'p.yaml:1:7 title: expected a text, found nothing.'],
    [
      'a choice',
      'title: t\npartial: per-entrie\n',
      'p.yaml:2:10 partial: expected "per-entry" or "all-or-nothing", found "per-entrie". Did you mean "per-entry"?',
    ],
    [
      'a form with a hint',
      'title: t\ndue: soon\n',
      'p.yaml:2:6 due: expected a text of another form, found "soon". Write a year: 2026.',
    ],
    [
      'a bound',
      'title: t\nparts:\n  a:\n    points: -1\n    answer: x\n',
      'p.yaml:4:13 parts.a.points: expected at least 0, found -1.',
    ],
    ['an empty text', 'title: ""\n', 'p.yaml:1:8 title: expected at least 1 characters, found "".'],
    [
      'no branch of a union',
      'title: t\nparts: { a: { answer: 5 } }\n',
      'p.yaml:2:23 parts.a.answer: expected a text or a list, found 5.',
    ],
    [
      'the branch of a union that is meant',
      'title: t\nparts: { a: { answer: [x, 5] } }\n',
      'p.yaml:2:27 parts.a.answer.1: expected a text, found 5.',
    ],
    ['choices of a union', 'title: t\norigin: 2\n', 'p.yaml:2:9 origin: expected 0 or 1, found 2.'],
    [
      'a rule of the schema',
      'title: t\nparts:\n  a:\n    points: 1\n',
      'p.yaml:4:5 parts.a: expected that a part has either `answer` or `review`, found a mapping of points.',
    ],
    [
      'a key of another form',
      'title: t\nparts:\n  1a: { answer: x }\n',
      'p.yaml:3:3 parts.1a: expected a text of another form, found "1a".',
    ],
    [
      'a key twice',
      'title: t\ngiven:\n  z: 1\n  z: 2\n',
      'p.yaml:4:3 given.z: expected each key once, found a second one, the first is at p.yaml:3:3.',
    ],
    [
      'an alias',
      'title: t\ngiven: { a: *x }\n',
      'p.yaml:2:13 given.a: expected plain values, found an alias *x. Write the value out.',
    ],
    ['an anchor', 'title: &x t\n', 'p.yaml:1:11 title: expected plain values, found an anchor &x.'],
    ['a tag', 'title: !!str t\n', 'found a tag tag:yaml.org,2002:str.'],
    [
      'an eaten backslash',
      'title: "\\frac12"\n',
      'p.yaml:1:8 title: expected backslashes outside double quotes, found an escape. Double quotes eat',
    ],
    [
      'a second document',
      'title: t\n---\ntitle: u\n',
      'p.yaml:2:1: expected YAML, found Source contains multiple documents',
    ],
    ['broken YAML', 'title: [t\n', 'p.yaml:2:1: expected YAML, found Flow sequence'],
    ['a key that is a list', 'title: t\n? [a]\n: 1\n', 'p.yaml:2:3: expected YAML, found With stringKeys'],
    [
      'a name that JavaScript keeps',
      'title: t\ngiven: { __proto__: 1 }\n',
      'p.yaml:2:10 given.__proto__: expected another name',
    ],
    ['no mapping', '- a\n', 'p.yaml:1:1: expected a mapping, found a list.'],
    ['nothing', '', 'p.yaml:1:1: expected a mapping, found nothing.'],
  ])('is refused with place, expected, found and hint: %s', (_, source, message) => {
    expect(read(source).value).toBeUndefined();
    expect(messages(source)).toHaveLength(1);
    expect(messages(source)[0]).toContain(message);
  });

  it('has all its faults named at once, in their order', () => {
    expect(
      messages('tolerance: x\npartial: y\nparts: { a: { points: p, answer: z } }\nfoo: 1\n').map((text) =>
        text.slice(0, 20),
      ),
    ).toEqual([
      'p.yaml:1:1 title: ex',
      'p.yaml:1:12 toleranc',
      'p.yaml:2:10 partial:',
      'p.yaml:3:23 parts.a.',
      'p.yaml:4:1 foo: expe',
    ]);
  });

  it('tells the place of any path to later phases', () => {
    const { placeOf } = read('title: t\ngiven:\n  z: [[1, 2],\n      [3, 4]]\n  gamma: 1\n');
    expect(placeOf(['given', 'z', 1, 0])).toEqual({ file: 'p.yaml', line: 4, column: 8 });
    expect(placeOf(['given', 'gamma'])).toEqual({ file: 'p.yaml', line: 5, column: 10 });
    expect(placeOf(['given', 'beta'])).toEqual({ file: 'p.yaml', line: 2, column: 1 });
    expect(placeOf(['given', 'z', 1, 0, 'x'])).toMatchObject({ line: 4, column: 8 });
  });
});
