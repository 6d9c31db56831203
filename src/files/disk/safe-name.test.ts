import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportNames } from './safe-name.js';

const hashed = (stem: string): RegExp => new RegExp(`^${stem}-[0-9a-f]{8}$`);

describe('the name of a report', () => {
  it.each(['s001', 'a.b@uni.edu', 'Jane_Doe-2', 'x'.repeat(64), '007', 'common', '__proto__', 'undefined'])(
    'is the id where that is safe: %s',
    (id) => {
      expect(reportNames()(id)).toBe(id);
    },
  );

  it.each([
    ['../x', 'x'],
    ['a/b', 'a-b'],
    ['CON', 'con'],
    ['nul.txt', 'nul-txt'],
    ['COM1', 'com1'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['a\nb', 'a-b'],
    ['José', 'jose'],
    ['王小明', 'student'],
    ['', 'student'],
    ['ends.', 'ends'],
    ['x'.repeat(65), 'x{40}'],
    ['$(touch x)', 'touch-x'],
    ['\u202es001', 's001'],
    [' s001', 's001'],
    ['\\', 'student'],
  ])('is a slug and a hash for %j', (id, stem) => {
    expect(reportNames()(id)).toMatch(hashed(stem));
  });

  it('is no id where two ids differ in case or Unicode form only', () => {
    const name = reportNames(['s001', 'S001', 's002', 'K1', '\u212a1']);
    expect(name('s001')).toMatch(hashed('s001'));
    expect(name('S001')).toMatch(hashed('s001'));
    expect(name('s001')).not.toBe(name('S001'));
    expect(name('s002')).toBe('s002');
    expect(name('K1')).toMatch(hashed('k1'));
  });

  it('does not give a made name to the id that has it already', () => {
    const made = reportNames()('José');
    const name = reportNames([made, 'José']);
    expect(name(made)).toBe(made);
    expect(name('José')).not.toBe(made);
  });

  it('is its own for every id, also for ids met later, on a disk that folds case and Unicode', () => {
    const id = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('a', 'A', 'é', 'e\u0301', 'É', 'con', 'CON', 'a/b', 'a_b', 'a:b', 'ß', 'SS', 'İ', 'i'),
    );
    fc.assert(
      fc.property(fc.array(id), fc.array(id), (known, later) => {
        const name = reportNames(known);
        const ids = [...new Set([...later, ...known])];
        const names = ids.map(name);
        expect(new Set(names.map((text) => text.normalize('NFKC').toLowerCase())).size).toBe(ids.length);
        expect(names.every((text) => /^\w[\w.@-]{0,110}$/.test(text))).toBe(true);
        expect(ids.map(name)).toEqual(names);
      }),
    );
  });

  it('of known ids does not depend on their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'A', 'b', 'con', 'é', 'a/b', 'c')), (ids) => {
        const backwards = [...ids].reverse();
        const one = reportNames(ids);
        const other = reportNames(backwards);
        const reversed = backwards.map(other).reverse();
        expect(ids.map(one)).toEqual(reversed);
      }),
    );
  });
});
