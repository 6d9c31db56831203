import { sameShape, transpose, type Tensor } from '../../engine/tensor.js';
import { named, slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import type { FormulaMatrix } from '../../answers/formula/expression-matrix.js';
import type { DerivativeMistakes } from '../../notation/expression/derivative.js';
import { sameTree, type Expression } from '../../notation/expression/tree.js';
import { typesetName } from '../../notation/expression/typeset-names.js';
import { functionAt, partials, valuesAt, type Chain, type Link } from './chain.js';
import { jacobianSymbol, typesetRows, valueSymbol } from './notation.js';

/** A function of the chain with its place, its input and its wrong inputs. */
interface Place {
  readonly link: Link;
  readonly index: number;
  readonly chain: Chain;
  readonly input: Named<Tensor>;
  /** The starting point, where the function could be evaluated there by mistake. */
  readonly start: Named<Tensor> | undefined;
}

export interface LinkSteps {
  readonly value: Step<Tensor>;
  readonly jacobian: Step<FormulaMatrix>;
  readonly atPoint: Step<Tensor>;
}

const mistakes: Readonly<Record<string, { make: DerivativeMistakes; hint: string }>> = {
  'dropped-inner-derivative': {
    make: { dropInner: true },
    hint: 'You left out the derivative of the inside; the chain rule multiplies by it.',
  },
  'dropped-constant-factor': {
    make: { dropConstantFactor: true },
    hint: 'You lost a constant factor or divisor in front; it stays when you differentiate.',
  },
  'dropped-exponent': {
    make: { dropExponent: true },
    hint: 'You lowered the exponent but left it out in front; the derivative of $x^n$ is $n x^{n-1}$.',
  },
  'turned-trigonometric-sign': {
    make: { turnTrigonometricSign: true },
    hint: 'You exchanged the signs of sine and cosine; the derivative of sine is cosine, that of cosine is minus sine.',
  },
};

type Rows = readonly (readonly Expression[])[];
const sameRows = (a: Rows, b: Rows): boolean =>
  a.every((row, i) => row.every((formula, j) => sameTree(formula, b[i]![j]!)));

/** Wrong partial derivatives, by slip, where they differ from the right ones. */
const wrongPartials = (link: Link, right: Rows): [string, Rows, string][] =>
  Object.entries(mistakes).flatMap(([name, { make, hint }]) => {
    const rows = partials(link, make);
    return sameRows(rows, right) ? [] : [[name, rows, hint]];
  });

const exchangedHint =
  'You exchanged rows and columns; each row belongs to an output, each column to an input.';

/** The Jacobian in letters with rows and columns exchanged, where that makes a difference. */
function exchanged(right: Rows): [string, Rows, string][] {
  const rows = right[0]!.map((_, column) => right.map((row) => row[column]!));
  const isSame = rows.length === right.length && sameRows(rows, right);
  return isSame ? [] : [['transposed-jacobian', rows, exchangedHint]];
}

const isFiniteAt = (values: (point: Tensor) => Tensor, point: Tensor): boolean =>
  values(point).data.every(Number.isFinite);

const startHint = ({ name }: Link, inner: string): string =>
  `You evaluated at the starting point; the input of $${typesetName(name)}$ is $${inner}$.`;

function valueStep({ link, index, chain, input, start }: Place): Step<Tensor> {
  const at = functionAt(link);
  const show = (): string => typesetRows([link.outputs]);
  const inner = valueSymbol(chain.links.slice(0, index));
  return step({
    name: `${link.name}.value`,
    type: 'vector',
    symbol: valueSymbol(chain.links.slice(0, index + 1)),
    needs: { input },
    run: ({ input }) => at(input),
    show,
    slips:
      start && isFiniteAt(at, chain.point)
        ? {
            'evaluated-at-starting-point': slip({
              needs: { start },
              run: ({ start }) => at(start),
              show,
              hint: startHint(link, inner),
            }),
          }
        : {},
  });
}

function jacobianStep({ link }: Place, right: Rows): Step<FormulaMatrix> {
  const symbols = new Map(link.variables.map((name) => [name, { domain: {}, aliases: [] }]));
  const show = (): string => '\\left[\\frac{\\partial y_i}{\\partial x_j}\\right]_{i,j}';
  const way = (rows: Rows) => ({ needs: {}, run: () => ({ rows, symbols }), show });
  return step({
    name: `${link.name}.jacobian`,
    type: 'expression-matrix',
    symbol: jacobianSymbol(link),
    ...way(right),
    slips: Object.fromEntries(
      [...wrongPartials(link, right), ...exchanged(right)].map(([name, rows, hint]) => [
        name,
        slip({ ...way(rows), hint }),
      ]),
    ),
  });
}

function atPointStep({ link, index, chain, input, start }: Place, right: Rows, at: Tensor): Step<Tensor> {
  const way = (rows: Rows, from: Named<Tensor>) => {
    const values = valuesAt(link.variables, rows);
    return {
      needs: { from },
      run: ({ from }: { from: Tensor }) => values(from),
      show: () => typesetRows(rows),
    };
  };
  const values = valuesAt(link.variables, right);
  const formulas = named<FormulaMatrix>(`${link.name}.jacobian`);
  const inner = valueSymbol(chain.links.slice(0, index));
  const slips: Record<string, SlipAt<Tensor>> = {};
  for (const [name, rows, hint] of wrongPartials(link, right))
    if (isFiniteAt(valuesAt(link.variables, rows), at)) slips[name] = slip({ ...way(rows, input), hint });
  if (start && isFiniteAt(values, chain.point))
    slips['evaluated-at-starting-point'] = slip({ ...way(right, start), hint: startHint(link, inner) });
  if (!isSymmetric(values(at)))
    slips['transposed-jacobian'] = slip({
      needs: { input },
      run: ({ input }) => transpose(values(input)),
      show: () => `${typesetRows(right)}^{\\top}`,
      hint: exchangedHint,
    });
  return step({
    name: `${link.name}.jacobian-at-point`,
    type: 'matrix',
    symbol: `${jacobianSymbol(link)}\\left(${inner}\\right)`,
    needs: { from: input, formulas },
    run: ({ from, formulas: { rows } }) => (rows === right ? values : valuesAt(link.variables, rows))(from),
    show: () => typesetRows(right),
    slips,
  });
}

export const isSymmetric = (matrix: Tensor): boolean => {
  const other = transpose(matrix);
  return (
    sameShape(other.shape, matrix.shape) && other.data.every((entry, offset) => entry === matrix.data[offset])
  );
};

/** Value, symbolic Jacobian and Jacobian at its point of one function of the chain, whose input is `at` in the key. */
export function linkSteps(place: Place, at: Tensor): LinkSteps {
  const right = partials(place.link);
  return {
    value: valueStep(place),
    jacobian: jacobianStep(place, right),
    atPoint: atPointStep(place, right, at),
  };
}
