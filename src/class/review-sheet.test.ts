import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markAnswers, openOn } from '../../test/worked-problem.js';
import { readCsv } from '../files/read-csv.js';
import { toNumber } from '../notation/rational.js';
import { toCsv } from './gradebook.js';
import { neutralize, readReview, reviewHeadings, reviewSheet, waitingRows } from './review-sheet.js';

const problem = openOn('q', {
  parts: {
    a: { points: 2, answer: 'first' },
    b: { points: 3, review: [{ criterion: 'why', points: 3 }] },
    c: { points: 0, answer: 'second' },
  },
});
type Answers = Readonly<Record<string, string>>;
const mark = (answers: Answers, review?: ReturnType<typeof readReview>) =>
  markAnswers([problem], { answers }, review ? { review: review.lookup } : {});

const sheetOf = (students: Readonly<Record<string, Answers>>): string[][] => {
  const sheet = reviewSheet();
  for (const [student, answers] of Object.entries(students)) sheet.add(waitingRows(student, mark(answers)));
  return sheet.rows();
};
const fillIn = (rows: string[][], score: string, comment = ''): string[][] =>
  rows.map((row, at) => (at === 0 ? row : [...row.slice(0, -2), score, comment]));
const handBack = (rows: string[][]) => readReview(readCsv('review.csv', toCsv(rows)));

describe('the review sheet', () => {
  it('lists what waits, and nothing else', () => {
    const rows = sheetOf({
      s1: { 'q.a': 'about 35', 'q.b': 'because', 'q.c': 'unreadable too' },
      s2: { 'q.a': '35', 'q.b': '' },
    });
    expect(rows.map((row) => [row[0], row[1], row[2], row[3]])).toEqual([
      ['item', 'text', 'students', 'points'],
      ['q.a', 'about 35', 's1', '2'],
      ['q.b', 'because', 's1', '3'],
    ]);
  });

  it('has one row for equal answers to an item, the commonest first', () => {
    const rows = sheetOf({
      s1: { 'q.b': 'rare' },
      s2: { 'q.b': 'common' },
      s3: { 'q.b': 'common' },
      s4: { 'q.a': 'common', 'q.b': 'x' },
    });
    expect(rows.slice(1).map((row) => [row[0], row[1], row[2]])).toEqual([
      ['q.a', 'common', 's4'],
      ['q.b', 'common', 's2 s3'],
      ['q.b', 'rare', 's1'],
      ['q.b', 'x', 's4'],
    ]);
  });

  it('lists an answer under an unknown name where nothing is blank', () => {
    const rows = sheetOf({ s1: { 'q.a': '35', 'q.b': '', 'q.zz': '12' } });
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([['q.b', 'q.zz: 12', 's1', '3']]);
    const complete = openOn('q', { parts: { a: { points: 2, answer: 'first' } } });
    const sheet = reviewSheet();
    sheet.add(waitingRows('s1', markAnswers([complete], { answers: { 'q.a': '35', 'q.zz': '12' } })));
    expect(sheet.rows()[1]!.slice(0, 4)).toEqual(['q.zz', '12', 's1', '0']);
  });

  it('filled in and handed back gives its scores and comments', () => {
    const students = { s1: { 'q.b': 'because, you know' }, s2: { 'q.b': 'two\nlines "quoted"' } };
    const review = handBack(fillIn(sheetOf(students), '1.5', 'good'));
    expect(review.problems).toEqual([]);
    for (const answers of Object.values(students)) {
      const marked = mark(answers, review);
      expect([toNumber(marked.score), toNumber(marked.pending), marked.marks[1]!.comment]).toEqual([
        1.5,
        0,
        'good',
      ]);
    }
    expect(review.unused()).toEqual([]);
  });

  it('gives the decision to everyone who wrote the same', () => {
    const review = handBack(fillIn(sheetOf({ s1: { 'q.b': 'same' } }), '2'));
    expect(toNumber(mark({ 'q.b': 'same' }, review).score)).toBe(2);
    expect(toNumber(mark({ 'q.b': 'other' }, review).pending)).toBe(3);
  });

  it('decides nothing where the score is left empty', () => {
    const review = handBack(fillIn(sheetOf({ s1: { 'q.b': 'same' } }), '  ', 'look again'));
    expect(toNumber(mark({ 'q.b': 'same' }, review).pending)).toBe(3);
  });

  it('keeps the rows that are decided, so that it may be written over itself', () => {
    const review = handBack(fillIn(sheetOf({ s1: { 'q.b': '=1+1' } }), '0.333333', '=fine'));
    const sheet = reviewSheet(review.rows);
    sheet.add(waitingRows('s1', mark({ 'q.b': '=1+1' }, review)));
    sheet.add(waitingRows('s2', mark({ 'q.b': 'new' }, review)));
    const again = handBack(sheet.rows());
    expect(toNumber(mark({ 'q.b': '=1+1' }, again).score)).toBe(0.333333);
    expect(toNumber(mark({ 'q.b': 'new' }, again).pending)).toBe(3);
  });

  it('says which decisions nothing asked for', () => {
    const review = handBack([
      [...reviewHeadings],
      ['q.b', 'a text that a spreadsheet changed', 's1', '3', '', '2', ''],
    ]);
    mark({ 'q.b': 'the text' }, review);
    expect(review.unused()).toEqual([2]);
  });

  it('survives any text', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((written) => written.trim() !== '');
    fc.assert(
      fc.property(text, (written) => {
        const review = handBack(fillIn(sheetOf({ s1: { 'q.b': written } }), '1'));
        expect(toNumber(mark({ 'q.b': written }, review).score)).toBe(1);
      }),
    );
  });

  it.each([
    [
      'a score above the points',
      ['q.b', 'x', 's1', '3', '', '4', ''],
      /expected a number from 0 to 3, found "4"/,
    ],
    ['a score below zero', ['q.b', 'x', 's1', '3', '', '-1', ''], /found "-1"/],
    ['words', ['q.b', 'x', 's1', '3', '', 'good', ''], /found "good"/],
    ['infinity', ['q.b', 'x', 's1', '3', '', '1e999', ''], /found "1e999"/],
  ])('refuses %s', (_, row, message) => {
    expect(handBack([[...reviewHeadings], row]).problems).toEqual([
      { line: 2, message: expect.stringMatching(message) as string },
    ]);
  });

  it('refuses two decisions on one answer, and a sheet without its columns', () => {
    const row = (score: string): string[] => ['q.b', 'x', 's1', '3', '', score, ''];
    expect(handBack([[...reviewHeadings], row('1'), row('2')]).problems).toMatchObject([{ line: 3 }]);
    expect(handBack([[...reviewHeadings], row('1'), row('1.0')]).problems).toEqual([]);
    expect(
      handBack([
        ['item', 'score'],
        ['q.b', '1'],
      ]).problems,
    ).toMatchObject([{ line: 1 }]);
  });
});

describe('text in a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1 1; 1 -1', "'-1 1; 1 -1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b=1', "'\u200b=1"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['5 - 3', '5 - 3'],
    ['', ''],
  ])('%j is written %j', (text, written) => {
    expect(neutralize(text)).toBe(written);
  });

  it('is never a formula, nor too long for a cell, nor a control character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 50 }),
        fc.constantFrom('', '=', ' +', '\r-', '\u0000@'),
        (text, start) => {
          expect(neutralize(start + text)).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
          expect(neutralize(start + text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
        },
      ),
    );
    expect(neutralize('x'.repeat(100_000)).length).toBeLessThan(32_767);
  });
});
