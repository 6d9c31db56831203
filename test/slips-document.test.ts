import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerTypes } from '../src/answers/all-types.js';
import { loadFamilies } from '../src/families/index.js';
import { digitsSlip, neighbourSlip } from '../src/marking/diagnosis/reading-slips.js';

/** Their slips are written by the author of each problem. */
const authored = ['formula', 'derivation'];

const slipsOf = new Map(
  (await loadFamilies())
    .filter(({ name }) => !authored.includes(name))
    .map((family) => {
      const names = Object.values(family.samples).flatMap((given) => {
        const { misreadings, steps } = family.worksheet(family.given.parse(given));
        return [
          ...Object.keys(misreadings),
          ...[...steps.values()].flatMap(({ slips }) => Object.keys(slips)),
        ];
      });
      return [family.name, new Set(names)] as const;
    }),
);
const readingSlips = new Set([
  ...Object.values(answerTypes).flatMap(({ slips }) => (slips ?? []).map(({ name }) => name)),
  neighbourSlip,
  digitsSlip,
]);

const text = readFileSync(new URL('../docs/slips.md', import.meta.url), 'utf8');
/** The rows of the tables of a section, cell by cell, without their headings. */
const rowsOf = (section: string): string[][] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => !/^(?:-+|pattern|family|answers)$/.test(first!));
const idsIn = (cell: string): string[] => Array.from(cell.matchAll(/`([a-z0-9-]+)`/g), ([, id]) => id!);

const sections = text.split(/^## /m).slice(1);
const section = (title: string): string => sections.find((one) => one.startsWith(title))!;
const further = rowsOf(section('Further slips'));
const patterns = sections.filter((one) => one.includes('| pattern')).flatMap(rowsOf);

describe('the document of slips', () => {
  it('covers every pattern by a slip of the families it names, or says why not', () => {
    expect(patterns.length).toBe(124);
    for (const [pattern, cell, families] of patterns) {
      const named = families!.split(', ').filter((name) => name !== '');
      if (named.length === 0) expect(cell, pattern).toMatch(/^none: \S.{9,}/);
      for (const id of idsIn(cell!))
        expect(
          named.filter((family) => slipsOf.get(family)?.has(id)),
          `${pattern}: ${id}`,
        ).not.toEqual([]);
      for (const family of named)
        expect(
          idsIn(cell!).some((id) => slipsOf.get(family)?.has(id)),
          `${pattern}: ${family}`,
        ).toBe(true);
    }
  });

  it('lists every slip of every family, and no other', () => {
    for (const [family, slips] of slipsOf) {
      const listed = new Set([
        ...patterns
          .filter(([, , families]) => families!.split(', ').includes(family))
          .flatMap(([, cell]) => idsIn(cell!).filter((id) => slips.has(id))),
        ...further.filter(([name]) => name === family).flatMap(([, cell]) => idsIn(cell!)),
      ]);
      expect([...listed].sort(), family).toEqual([...slips].sort());
    }
  });

  it('lists every slip of reading and of the pen, and no other', () => {
    const listed = rowsOf(section('Reading and the pen')).flatMap(([, cell]) => idsIn(cell!));
    expect([...new Set(listed)].sort()).toEqual([...readingSlips].sort());
  });
});
