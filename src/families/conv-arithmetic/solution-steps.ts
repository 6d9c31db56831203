import type { OneOf } from '../../answers/any-of.js';
import { solveSize, type SizeRelation } from '../../engine/solve-size.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { preferred, type Relation } from './relation.js';

type Numbers = readonly number[];

export const letters = {
  kernel: 'k',
  padding: 'p',
  stride: 's',
  dilation: 'd',
  input: 'i',
  output: 'o',
} as const;

/** The relation in numbers with a letter for the unknown, its wrong versions without the last + 1. */
function written(
  { sizes, unknown, rounding }: Relation,
  change: Partial<SizeRelation> = {},
  plus = ' + 1',
): string {
  const own = { ...sizes, ...change };
  const term = (name: keyof SizeRelation): string => (name === unknown ? letters[name] : String(own[name]));
  const padding = unknown === 'padding' || own.padding > 0 ? ` + 2 \\cdot ${term('padding')}` : '';
  const spread = unknown === 'dilation' || own.dilation > 1;
  const span = spread ? ` - ${term('dilation')} (${term('kernel')} - 1) - 1` : ` - ${term('kernel')}`;
  const quotient = `\\frac{${term('input')}${padding}${span}}{${term('stride')}}`;
  const [open, close] =
    rounding === 'floor'
      ? ['\\lfloor', '\\rfloor']
      : rounding === 'ceil'
        ? ['\\lceil', '\\rceil']
        : ['(', ')'];
  return `\\text{all } ${letters[unknown]} \\text{ with } \\left${open} ${quotient} \\right${close}${plus} = ${term('output')}`;
}

interface WrongSolutions {
  readonly values: Numbers;
  readonly formula: string;
  readonly hint: string;
}

function wrongSolutions(relation: Relation): Record<string, WrongSolutions> {
  const { sizes, unknown, rounding, bounds } = relation;
  const solve = (change: Partial<SizeRelation>, by = rounding): Numbers =>
    solveSize({ ...sizes, ...change }, unknown, by, bounds);
  const isFree = (...terms: (keyof SizeRelation)[]): boolean => !terms.includes(unknown);
  const { input, output, padding, stride, dilation } = sizes;
  const made: Record<string, WrongSolutions> = {};
  const misread = (name: string, change: Partial<SizeRelation>, hint: string): void => {
    made[name] = { values: solve(change), formula: written(relation, change), hint };
  };
  const steps = 'The output counts positions: the steps of the kernel and the position it starts from';
  made['dropped-plus-one'] = {
    values: isFree('output') ? solve({ output: output + 1 }) : relation.solutions.map((value) => value - 1),
    formula: written(relation, {}, ''),
    hint: `You left out the $+ 1$. ${steps}, so there are $o - 1$ steps.`,
  };
  if (isFree('output', 'input'))
    made['put-plus-one-in-numerator'] = {
      values: solve({ input: input + 1, output: output + 1 }),
      formula: written(relation, { input: input + 1 }, ''),
      hint: `You put the $+ 1$ above the stride. ${steps}; only the steps are counted in strides, so it stands outside the fraction.`,
    };
  if (rounding !== 'exact')
    made['took-only-the-exact-one'] = {
      values: solve({}, 'exact'),
      formula: written({ ...relation, rounding: 'exact' }),
      hint: 'You solved the relation as if the stride left nothing over. It is rounded here, so every value counts that rounds to the same output.',
    };
  else
    made['rounded-down'] = {
      values: solve({}, 'floor'),
      formula: written({ ...relation, rounding: 'floor' }),
      hint: 'You let a last, partial step fall away. Here the stride must leave nothing over.',
    };
  if (isFree('padding') && padding > 0) {
    misread(
      'ignored-padding',
      { padding: 0 },
      'You left out the padding: $i + 2p$ positions lie under the kernel.',
    );
    if (isFree('input'))
      misread(
        'padded-one-side',
        { input: input + padding, padding: 0 },
        'You added the padding once. It goes on both sides, so $i + 2p$ positions lie under the kernel.',
      );
  }
  if (unknown === 'padding')
    made['gave-both-sides-together'] = {
      values: relation.solutions.map((value) => 2 * value),
      formula: `2 ${letters.padding}`,
      hint: 'You gave the zeros of both sides together. The padding $p$ is the number on each side.',
    };
  if (isFree('stride') && stride > 1)
    misread(
      'ignored-stride',
      { stride: 1 },
      'You moved the kernel one position at a time. It moves by the stride $s$.',
    );
  if (isFree('dilation') && dilation > 1)
    misread(
      'ignored-dilation',
      { dilation: 1 },
      'You took the taps of the kernel as neighbours. Dilation spreads them over $d(k - 1) + 1$ positions.',
    );
  const right = String(relation.solutions);
  return Object.fromEntries(
    Object.entries(made).filter(
      ([, { values }]) =>
        values.length > 0 && String(values) !== right && values.every((value) => value >= 0),
    ),
  );
}

/** All values of the unknown. */
export function solutionsStep(relation: Relation): Step<Numbers> {
  const wrong = Object.entries(wrongSolutions(relation)).map(
    ([name, { values, formula, hint }]): [string, SlipAt<Numbers>] => [
      name,
      slip({ needs: {}, run: () => values, show: () => formula, hint }),
    ],
  );
  return step({
    name: 'solutions',
    type: 'number-set',
    symbol: `\\{${letters[relation.unknown]}\\}`,
    needs: {},
    run: (): Numbers => relation.solutions,
    show: () => written(relation),
    slips: Object.fromEntries(wrong),
  });
}

/** The unknown itself: any solution is right, and later steps go on with the chosen one. */
export function unknownStep(relation: Relation, solutions: Named<Numbers>): Step<OneOf> {
  const { unknown, depths } = relation;
  return step({
    name: unknown,
    type: 'any-of',
    symbol: letters[unknown],
    needs: { solutions },
    run: ({ solutions }): OneOf => ({ chosen: preferred(solutions, relation), among: solutions }),
    show: ({ solutions }) => `\\text{one of } ${solutions}`,
    slips: {
      ...(unknown === 'kernel' &&
        depths &&
        !relation.solutions.includes(depths.filters) && {
          'took-number-of-kernels-for-size': slip({
            needs: {},
            run: (): OneOf => ({ chosen: depths.filters, among: [depths.filters] }),
            show: () => String(depths.filters),
            hint: 'You gave the number of kernels, which is the depth of the output. The size of a kernel is what it spans along one axis.',
          }),
        }),
    },
  });
}
