import type { Tensor } from '../../engine/tensor.js';
import { given, named, worksheet, type Step, type Worksheet } from '../../engine/worksheet.js';
import { loadFormulaTypes } from '../../answers/index.js';
import { loadParser } from '../../notation/expression/author-parser.js';
import type { Family } from '../family.js';
import { functionAt, readChain, type Chain } from './chain.js';
import { forwardSteps, reverseSteps } from './direction-steps.js';
import { linkSteps } from './link-steps.js';
import { productStep } from './product-step.js';
import { samples } from './samples.js';
import { ChainRuleGiven } from './schema.js';

function chainSheet(chain: Chain): Worksheet {
  const point = given<Tensor>('point', 'vector', chain.point);
  const steps: Step<unknown>[] = [];
  let at = chain.point;
  chain.links.forEach((link, index) => {
    const before = chain.links[index - 1];
    const input = before ? named<Tensor>(`${before.name}.value`) : point;
    const start = before && link.variables.length === chain.point.data.length ? point : undefined;
    const { value, jacobian, atPoint } = linkSteps({ link, index, chain, input, start }, at);
    steps.push(value, jacobian, atPoint);
    at = functionAt(link)(at);
  });
  const [columns, rows] = [forwardSteps(chain), reverseSteps(chain)];
  const jacobians = chain.links.map(({ name }) => named<Tensor>(`${name}.jacobian-at-point`));
  const last = (passes: Step<Tensor>[][]) => passes.map((pass) => pass.at(-1)!);
  const product = productStep(chain, jacobians, last(columns), last(rows));
  return worksheet([point], [...steps, ...columns.flat(), ...rows.flat(), product]);
}

/** Jacobians along a chain of vector functions, in numerator layout. */
export const chainRule: Family<ChainRuleGiven> = {
  name: 'chain-rule',
  title: 'Jacobians along a chain of vector functions',
  about:
    'Vector functions given as formulas and applied one after the other: the Jacobian of each in symbols and at its ' +
    'point, Jacobian-vector products in forward order (`f1.jvp.1`, one for each input), vector-Jacobian products in ' +
    'reverse order (`f2.vjp.1`, one for each output), and the Jacobian of the whole chain. Rows belong to outputs, ' +
    'columns to inputs. Forward mode and reverse mode name the orders of automatic differentiation.',
  given: ChainRuleGiven,
  worksheet: (problem) => chainSheet(readChain(problem)),
  samples,
  prepare: async () => {
    await Promise.all([loadParser(), loadFormulaTypes()]);
  },
};
