import type { Language } from './symbols.js';

const sumSign = String.raw`(?:(?<![A-Za-z\\])sum|\\sum|[Σ∑])`;
const index = String.raw`([A-Za-z]['′]?)`;
const end = String.raw`([^.…(){}=,<>]{1,20})`;
const dots = String.raw`(?: ?,? ?(?:\.{2,3}|…|\\[lc]?dots) ?,? ?| to )`;

/** Ranges of sums as programs and hands write them, each with the LaTeX of the same. */
const ranges: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(${sumSign}) ?\\(${index} ?= ?${end}${dots}${end},`, 'g'), '$1_{$2=$3}^{$4}('],
  [new RegExp(`(${sumSign}) ?_? ?[({]${index} ?= ?${end}${dots}${end}[)}]`, 'g'), '$1_{$2=$3}^{$4}'],
  [new RegExp(`(${sumSign}) ?_?\\(${index} ?= ?${end}\\)(?= ?\\^)`, 'g'), '$1_{$2=$3}'],
  [new RegExp(`(${sumSign}) ?_${index} ?= ?([A-Za-z0-9]) ?\\^`, 'g'), '$1_{$2=$3}^'],
  [
    new RegExp(`(${sumSign}) from ${index} ?= ?${end} to ([^(){}=, ]{1,20})(?: of)? `, 'g'),
    '$1_{$2=$3}^{$4} ',
  ],
];

const capitals = /(?<![A-Za-z\\])(?:Sum|SUM)(?=[_ ({])|\\Sigma(?![A-Za-z])/g;

/** Sums with their ranges as LaTeX writes them: `sum(i=1..m)`, `Σ_{i=1 to m}` and `sum_i=1^m` are all `Σ_{i=1}^{m}`. */
export const withPlainRanges = (text: string, { kind, symbols }: Language): string => {
  if (kind !== 'entries') return text;
  const plain = text.replace(capitals, (sign) =>
    sign === '\\Sigma' ? (symbols?.has('Sigma') ? sign : '\\sum') : 'sum',
  );
  return /sum|[Σ∑]/.test(plain)
    ? ranges.reduce((read, [written, meant]) => read.replace(written, meant), plain)
    : plain;
};
