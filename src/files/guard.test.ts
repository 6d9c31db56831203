import { describe, expect, it } from 'vitest';
import { guardYaml } from './guard.js';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('the pass before the YAML parser', () => {
  it.each<[what: string, text: string, cap: string]>([
    ['complex keys in one another', '? '.repeat(400), 'complex keys'],
    ['complex keys and lists in turn', '? - '.repeat(300), 'lists in one another'],
    ['brackets as keys', `${'['.repeat(165)}${']'.repeat(165)}: x`, 'open brackets'],
    ['open brackets over lines', many(100, () => '{a: ['), 'open brackets'],
    ['flat keys', many(20_000, (index) => `k${index}: 1`), 'keys'],
    ['keys on one line', `x: {${'a: 1, '.repeat(6000)}}`, 'keys'],
    ['anchors on one line', '&a '.repeat(30_000), 'anchors'],
    [
      'a chain of merge keys',
      many(1000, (index) => `k${index}: &a${index}\n  <<: *a${index - 1}`),
      'anchors',
    ],
    ['tags', many(2000, () => '- !x y'), 'tags'],
    ['lists in one another on a line', '- '.repeat(20_000), 'lists in one another'],
    ['deep mappings', many(200, (index) => `${' '.repeat(index)}a:`), 'indented levels'],
    ['a long file', 'x'.repeat(300_000), '262144 characters'],
    ['a directive', '# first\n%YAML 1.1\n---\na: no', 'no directives'],
  ])('refuses %s and names the cap', (_, text, cap) => {
    expect(() => guardYaml('p.yaml', text)).toThrow(cap);
  });

  it('says the line', () => {
    expect(() => guardYaml('p.yaml', `a: 1\nb:\n  ${'- '.repeat(50)}`)).toThrow(
      'p.yaml:3:3: expected at most 32 lists in one another, found more.',
    );
  });

  it.each([
    ['matrices', 'given:\n  z: [[12, 14], [0, 10]]\n  gamma: [1, 1]\n'],
    [
      'LaTeX, emphasis and intervals in prose',
      `text: |\n${many(400, () => '  $1 & 2 \\\\$ *is* [0, 1) & what? !yes')}`,
    ],
    ['a table', `t:\n${many(300, (index) => `  r${index}: { a: [1, 2], b: { c: 3 } }`)}`],
  ])('lets %s pass', (_, text) => {
    expect(() => guardYaml('p.yaml', text)).not.toThrow();
  });
});
