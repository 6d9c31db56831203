import type { Named } from '../../engine/worksheet.js';
import { given, worksheet, type Step, type Worksheet } from '../../engine/worksheet.js';
import type { Family } from '../family.js';
import { countSteps, type Size } from './count-steps.js';
import { readRelation, type Relation } from './relation.js';
import { samples } from './samples.js';
import { ConvArithmeticGiven, sizeTerms } from './schema.js';
import { solutionsStep, unknownStep } from './solution-steps.js';

function worksheetOf(relation: Relation): Worksheet {
  const { sizes, unknown, depths } = relation;
  const stated = sizeTerms
    .filter((term) => term !== unknown)
    .map((term) => given(term, 'integer', sizes[term]));
  const solutions = solutionsStep(relation);
  const solved = unknownStep(relation, solutions);
  const term = (name: 'input' | 'kernel' | 'output'): Named<Size> =>
    name === unknown ? solved : stated.find((one) => one.name === name)!;
  const channels = depths
    ? [given('filters', 'integer', depths.filters), given('kernelDepth', 'integer', depths.depth)]
    : [];
  const counts: Step<unknown>[] = depths
    ? countSteps(depths, { input: term('input'), kernel: term('kernel'), output: term('output') })
    : [];
  return worksheet([...stated, ...channels], [solutions, solved, ...counts]);
}

/** The size relation of a convolution, solved for any one of its terms (Dumoulin and Visin, 2016). */
export const convArithmetic: Family<ConvArithmeticGiven> = {
  name: 'conv-arithmetic',
  title: 'Convolution sizes, solved for an unknown',
  about:
    'Solves $o = \\operatorname{round}((i + 2p - d(k - 1) - 1)/s) + 1$ for the kernel, padding, stride, dilation, input or ' +
    'output: `solutions` are all values under the declared rounding, and the step named as the unknown accepts any of ' +
    'them. With channels also `kernel-depth`, `kernel-count`, `parameters` and `multiplications`, which go on with the ' +
    'value the student chose.',
  given: ConvArithmeticGiven,
  worksheet: (given) => worksheetOf(readRelation(given)),
  samples,
};
