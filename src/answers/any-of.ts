import type { AnswerType } from './answer-type.js';
import { integer } from './integer.js';

/** A whole number of which several are right; later steps go on with the chosen one. */
export interface OneOf {
  readonly chosen: number;
  readonly among: readonly number[];
}
type Written = Parameters<typeof integer.compare>[0];

const inOrder = ({ chosen, among }: OneOf): number[] => [
  chosen,
  ...among.filter((value) => value !== chosen),
];

/** One size written for both directions, "10x10": longer texts are none. */
const square = /^\s{0,9}(\d{1,9})\s{0,9}(?:[x×*·]|by|\\times)\s{0,9}\1\s{0,9}$/i;
const oneSize = (text: string): string => square.exec(text.slice(0, 64).replaceAll('$', ''))?.[1] ?? text;

/** A whole number that has a property: any of several is right. */
export const anyOf: AnswerType<Written, OneOf> = {
  name: 'any-of',
  expects: 'a whole number such as 5',
  read: (text, options) => integer.read(oneSize(text), { ...options, like: undefined }),
  compare(answer, key, rule) {
    const comparisons = inOrder(key).map((value) => integer.compare(answer, value, rule));
    return comparisons.find(({ entries }) => entries[0] === 'correct') ?? comparisons[0]!;
  },
  agrees: (answer, { among }) => among.some((value) => integer.agrees(answer, value)),
  write: ({ chosen }) => integer.write(chosen),
  typeset: (value) => inOrder(value).map(integer.typeset).join('\\text{ or }'),
  json: (value) => (value.among.length > 1 ? { anyOf: inOrder(value) } : value.chosen),
  echo: (answer) => integer.echo(answer),
  fill(answer, computed) {
    const chosen = integer.fill(answer, () => computed().chosen);
    return typeof chosen === 'number' ? { chosen, among: [chosen] } : computed();
  },
  plausible: (answer, { chosen }) => integer.plausible(answer, chosen),
  alternatives: ({ among }) => among.length,
  examples: [
    {
      key: { chosen: 10, among: [8, 9, 10] },
      accepts: ['10', '9', '8', 'k = 8', '5 * 2', '10x10', '9 × 9', '8*8', '10 by 10', '$10 \\times 10$'],
      rejects: ['7', '11', '8.5', '-8', 'none', '7x7', '8x10'],
      unreadable: ['8 or 9', '{8, 9}', 'ten'],
    },
    { key: { chosen: 0, among: [0] }, accepts: ['0'], rejects: ['1'] },
  ],
};
