import type { OneOf } from '../../answers/any-of.js';
import { named, slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { product, type Depths } from './relation.js';

/** A size that is given, or one that is solved for. */
export type Size = number | OneOf;
type Sizes = Record<'input' | 'kernel' | 'output', Named<Size>>;
type Known = Record<keyof Sizes, number>;

/** What a student may have found of the kernels before counting. */
const ofKernels = {
  depth: named<number>('kernel-depth'),
  filters: named<number>('kernel-count'),
};

const valueOf = (size: Size): number => (typeof size === 'number' ? size : size.chosen);
const known = (sizes: Record<keyof Sizes, Size>): Known => ({
  input: valueOf(sizes.input),
  kernel: valueOf(sizes.kernel),
  output: valueOf(sizes.output),
});

interface WrongCount {
  readonly run: (sizes: Known) => number;
  readonly formula: string;
  readonly hint: string;
}

const slipsOf = (wrong: Record<string, WrongCount>, needs: Sizes): Record<string, SlipAt<number>> =>
  Object.fromEntries(
    Object.entries(wrong).map(([name, { run, formula, hint }]) => [
      name,
      slip({ needs, run: (sizes) => run(known(sizes)), show: () => formula, hint }),
    ]),
  );

/** Wrong ways to the weights, with a factor for what is counted of each. */
function wrongWeights(
  { axes, depth, filters }: Depths,
  factor: (sizes: Known) => number,
  more: { readonly factor: string; readonly plus: number },
): Record<string, WrongCount> {
  const power = `k^{${axes}}`;
  const tail = `${more.factor}${more.plus > 0 ? ` + ${more.plus}` : ''}`;
  const made = (
    count: (sizes: Known) => number,
    formula: string,
    hint: string,
    plus = more.plus,
  ): WrongCount => ({
    run: (sizes) => product(count(sizes), factor(sizes)) + plus,
    formula: `${formula}${tail}`,
    hint,
  });
  return {
    ...(depth > 1 && {
      'ignored-input-depth': made(
        ({ kernel }) => kernel ** axes * filters,
        `${power} \\cdot ${filters}`,
        'You took flat kernels. A kernel is as deep as the channels it reads.',
      ),
    }),
    ...(filters > 1 && {
      'ignored-filters': {
        ...made(
          ({ kernel }) => kernel ** axes * depth,
          `${power} \\cdot ${depth}`,
          'You took one kernel. There is one for each output channel.',
          Math.min(more.plus, 1),
        ),
        formula: `${power} \\cdot ${depth}${more.factor}${more.plus > 0 ? ' + 1' : ''}`,
      },
    }),
    ...(axes > 1 && {
      'used-one-kernel-side': made(
        ({ kernel }) => kernel * depth * filters,
        `k \\cdot ${depth} \\cdot ${filters}`,
        `You used one side of the kernel. It has $${power}$ taps in each channel.`,
      ),
    }),
  };
}

/** Weights and biases of the layer. */
function parametersStep(depths: Depths, needs: Sizes): Step<number> {
  const { axes, depth, filters, bias } = depths;
  const weights = ({ kernel }: Known): number => product(kernel ** axes, depth, filters);
  const plus = bias ? filters : 0;
  const formula = `k^{${axes}} \\cdot ${depth} \\cdot ${filters}`;
  return step({
    name: 'parameters',
    type: 'integer',
    needs: { ...needs, ...ofKernels },
    run: ({ depth, filters, ...sizes }) => product(known(sizes).kernel ** axes, depth, filters) + plus,
    show: () => `${formula}${bias ? ` + ${filters}` : ''}`,
    slips: slipsOf(
      {
        ...wrongWeights(depths, () => 1, { factor: '', plus }),
        [bias ? 'forgot-bias' : 'added-bias']: {
          run: (sizes) => weights(sizes) + (bias ? 0 : filters),
          formula: bias ? formula : `${formula} + ${filters}`,
          hint: bias
            ? 'You left out the biases: each filter has one.'
            : 'You counted biases; the layer of this problem has none.',
        },
        ...(bias &&
          filters > 1 && {
            'counted-one-bias': {
              run: (sizes: Known) => weights(sizes) + 1,
              formula: `${formula} + 1`,
              hint: 'You took one bias for the whole layer: each filter has its own.',
            },
          }),
        ...(bias &&
          depth !== filters &&
          depth > 1 && {
            'counted-bias-per-input': {
              run: (sizes: Known) => weights(sizes) + depth,
              formula: `${formula} + ${depth}`,
              hint: 'You took a bias for each input channel. A bias belongs to an output: one for each filter.',
            },
          }),
        'multiplied-by-positions': {
          run: (sizes) => product(weights(sizes), sizes.output ** axes) + plus,
          formula: `${formula} \\cdot o^{${axes}}`,
          hint: 'You multiplied by the positions of the output. All positions share the same weights; that product counts multiplications.',
        },
      },
      needs,
    ),
  });
}

/** Multiplications of a weight and an input, padding included. */
function multiplicationsStep(depths: Depths, needs: Sizes): Step<number> {
  const { axes, depth, filters, bias } = depths;
  const positions = ({ output }: Known): number => output ** axes;
  const weights = ({ kernel }: Known): number => product(kernel ** axes, depth, filters);
  const formula = `k^{${axes}} \\cdot ${depth} \\cdot ${filters}`;
  const right = `${formula} \\cdot o^{${axes}}`;
  return step({
    name: 'multiplications',
    type: 'integer',
    needs: { ...needs, ...ofKernels },
    run: ({ depth, filters, ...sizes }) =>
      product(known(sizes).kernel ** axes, depth, filters, positions(known(sizes))),
    show: () => right,
    slips: slipsOf(
      {
        ...wrongWeights(depths, positions, { factor: ` \\cdot o^{${axes}}`, plus: 0 }),
        'used-input-size': {
          run: (sizes) => product(weights(sizes), sizes.input ** axes),
          formula: `${formula} \\cdot i^{${axes}}`,
          hint: 'You counted a kernel for every position of the input. It is laid down once for each position of the output.',
        },
        'counted-additions-too': {
          run: (sizes) => product(weights(sizes), positions(sizes), 2),
          formula: `2 \\cdot ${right}`,
          hint: 'You counted additions as well. Only the multiplications are asked, one for each tap.',
        },
        ...(axes > 1 && {
          'used-one-output-side': {
            run: (sizes: Known) => product(weights(sizes), sizes.output),
            formula: `${formula} \\cdot o`,
            hint: `You used one side of the output. It has $o^{${axes}}$ positions.`,
          },
        }),
        ...(bias && {
          'multiplied-biases': {
            run: (sizes: Known) =>
              product(weights(sizes), positions(sizes)) + product(filters, positions(sizes)),
            formula: `${right} + ${filters} \\cdot o^{${axes}}`,
            hint: 'You counted the biases. Adding a bias is no multiplication.',
          },
        }),
      },
      needs,
    ),
  });
}

/** What a kernel is besides its size, and what the layer costs. */
export function countSteps(depths: Depths, needs: Sizes): Step<unknown>[] {
  const { depth, filters } = depths;
  const plain = (name: string, value: number, wrong: number, meaning: string, hint: string): Step<number> =>
    step({
      name,
      type: 'integer',
      needs: {},
      run: () => value,
      show: () => `\\text{${meaning}}`,
      slips:
        value === wrong
          ? {}
          : {
              'exchanged-depth-and-number-of-kernels': slip({
                needs: {},
                run: () => wrong,
                show: () => String(wrong),
                hint,
              }),
            },
    });
  return [
    plain(
      'kernel-depth',
      depth,
      filters,
      'channels that a kernel reads',
      'You gave the number of kernels. A kernel is as deep as the channels it reads.',
    ),
    plain(
      'kernel-count',
      filters,
      depth,
      'kernels of the layer',
      'You gave the depth of a kernel. There is a kernel for each output channel.',
    ),
    parametersStep(depths, needs),
    multiplicationsStep(depths, needs),
  ];
}
