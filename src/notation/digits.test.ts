import { describe, expect, it } from 'vitest';
import { withoutOneDigit, withTwoExchanged } from './digits.js';

describe('the digits of decimal text', () => {
  it.each([
    ['1820', ['820', '120', '180', '182']],
    ['-0.305', ['-0.05', '-0.35', '-0.30']],
    ['0', []],
  ])('of %s leave one out in every way, leading zeros apart', (text, left) => {
    expect(withoutOneDigit(text)).toEqual(left);
  });

  it.each([
    ['1820', ['8120', '1280', '1802']],
    ['0.0227', ['0.0272']],
    ['55', []],
  ])('of %s change places with a neighbour where it shows', (text, exchanged) => {
    expect(withTwoExchanged(text)).toEqual(exchanged);
  });
});
