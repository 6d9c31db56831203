import { describe, expect, it } from 'vitest';
import { askReceipt } from '../../../test/receipt.js';
import { markAnswers } from '../../../test/worked-problem.js';
import { diagnosisWords, eitherOf } from './diagnosis-words.js';

const said = (answers: Readonly<Record<string, string>>): string[] => {
  const paths = Object.fromEntries(Object.entries(answers).map(([step, text]) => [`q.${step}`, text]));
  return diagnosisWords(markAnswers([askReceipt(...Object.keys(answers))], { answers: paths }).marks);
};

describe('the words on a submission as a whole', () => {
  it.each([
    ['nothing is wrong', { subtotal: '212.5', total: '229.5' }],
    ['one answer is, which says it itself', { subtotal: '200.0', ratio: '12.5' }],
    ['nothing explains what is', { subtotal: '333.3', total: '777.7' }],
  ])('are none where %s', (_, answers) => {
    expect(said(answers)).toEqual([]);
  });

  it('tell of the one mistake behind it all, and what follows from it', () => {
    expect(said({ subtotal: '200.0', tax: '16.00', total: '216.0' })).toEqual([
      'One mistake explains the mark you lost: You left out a piece. 2 later answers follow from it, and were marked with your own numbers.',
    ]);
  });

  it('tell how much of what was lost it explains', () => {
    // The slip costs 1 of 2 points, the unexplained ratio 2.
    expect(said({ subtotal: '200.0', tax: '16.00', ratio: '99.9' })).toEqual([
      'One mistake explains 1 of your 3 lost marks: You left out a piece. 1 later answer follows from it, and was marked with your own numbers.',
    ]);
  });

  it('tell of several mistakes, each with what it cost', () => {
    // 200 / 0.08 is 2500, and 200 − 2500 is −2300: a slip in each line.
    expect(said({ subtotal: '200.0', tax: '2500', total: '-2300' })).toEqual([
      'Three mistakes explain all 3 of your lost marks:',
      '- You left out a piece. (1 mark)',
      '- You divided by the rate. (1 mark)',
      '- You took the tax off. (1 mark)',
    ]);
  });

  it('name three of a tie and count the others', () => {
    expect(eitherOf(['A.'])).toBe('A.');
    expect(eitherOf(['A.', 'B.'])).toBe('Either: A. Or: B.');
    expect(eitherOf(['A.', 'B.', 'C.', 'D.', 'E.'])).toBe(
      'Either: A. Or: B. Or: C. Or one of 2 more that give the same.',
    );
  });
});
