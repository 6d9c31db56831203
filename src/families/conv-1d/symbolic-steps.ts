import type { FormulaMatrix } from '../../answers/formula/expression-matrix.js';
import type { MatrixFormula } from '../../answers/formula/matrix-expression.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { call, name, number, type Expression } from '../../notation/expression/tree.js';
import type { Symbols } from '../../notation/formula/symbols.js';
import { canSwapChannels, hasTaps } from '../convolution-output.js';
import { order } from './flattening.js';
import { outputSizes, type Conv1dLayer } from './layer.js';
import { symbolicMatrix, weightNames } from './symbolic.js';

type Names = readonly (readonly string[])[];

/** `w_1^{12}` as a tree has it: `w_1_12`. */
const treeName = (written: string): string => written.replace('^{', '_').replace('}', '');

const formulaOf = (written: string): Expression => (written === '0' ? number(0) : name(treeName(written)));
const rowsOf = (names: Names): Expression[][] => names.map((row) => row.map(formulaOf));

/** Other ways to write `w_1^{12}`: with a capital, or the channels below and the tap above. */
const spellingsOf = (written: string): string[] => {
  const [, tap, channels] = /^w_(\d+)\^\{(\d+)\}$/.exec(written) ?? [];
  return tap === undefined ? [written] : [written, `W_${tap}^{${channels}}`, `w_{${channels}}^{${tap}}`];
};

/** The weights as letters, however their indices are written. */
const weightSymbols = (names: Names): Symbols =>
  new Map(
    names
      .flat()
      .filter((written) => written !== '0')
      .map((written) => [treeName(written), { domain: {}, aliases: spellingsOf(written), latex: written }]),
  );

/** Each weight with its channels exchanged: `w_1^{21}` for `w_1^{12}`. */
const exchanged = (names: Names): Names =>
  names.map((row) => row.map((written) => written.replace(/\^\{(\d)(\d)\}/, '^{$2$1}')));

const reversed = (layer: Conv1dLayer): Names => {
  const operation = layer.conv.operation === 'correlation' ? 'convolution' : 'correlation';
  return symbolicMatrix({ ...layer, conv: { ...layer.conv, operation } });
};

const way = <T>(value: T, latex: string) => ({ needs: {}, run: (): T => value, show: (): string => latex });

const lettersIn = (names: Names, symbols: Symbols): FormulaMatrix => ({ rows: rowsOf(names), symbols });

/** A in names of weights, an output a row. */
function matrixStep(layer: Conv1dLayer): Step<FormulaMatrix> {
  const { conv } = layer;
  const [filters, positions] = outputSizes(layer);
  const names = symbolicMatrix(layer);
  const symbols = weightSymbols(names);
  const show = '\\left[\\frac{\\partial y_r}{\\partial x_c}\\right]_{r,c}';
  const wrong = (other: Names, hint: string): SlipAt<FormulaMatrix> =>
    slip({ ...way(lettersIn(other, symbols), show), hint });
  return step({
    name: 'symbolic-matrix',
    type: 'expression-matrix',
    symbol: 'A',
    ...way(lettersIn(names, symbols), show),
    slips: {
      ...(hasTaps(conv) && {
        [conv.operation === 'correlation' ? 'reversed-kernel' : 'left-kernel-unreversed']: wrong(
          reversed(layer),
          'You put the weights into the rows of $A$ in the opposite order; a row shows which weight lies on each input.',
        ),
      }),
      ...(canSwapChannels(conv) && {
        'swapped-input-and-output-channels': wrong(
          exchanged(names),
          'You exchanged the channels of the weights; mind which index of $W^{ij}$ counts the inputs.',
        ),
      }),
      ...(layer.flattening === 'channel-major' &&
        Math.min(filters, positions) > 1 && {
          'ordered-outputs-by-position': wrong(
            order(filters, positions, 'position-major').map((place) => names[place]!),
            'You put the outputs of one position together; in $\\tilde y$ all positions of a channel come before the next channel.',
          ),
        }),
    },
  });
}

/** A formula for B beside A, as the student has it. */
function formulaOfA({ rows }: FormulaMatrix, letters: Symbols, formula: Expression): MatrixFormula {
  const symbols: Symbols = new Map([
    ...letters,
    ['A', { domain: {}, aliases: [], is: call('rows', ...rows.map((row) => call('row', ...row))) }],
    ['B', { domain: {}, aliases: [], is: call('transpose', name('A')) }],
  ]);
  return { formula, symbols, asked: 'B' };
}

/** B = Aᵀ: as a formula of A or written out in names of weights. */
function transposeStep(layer: Conv1dLayer, matrix: Named<FormulaMatrix>): Step<MatrixFormula> {
  const letters = weightSymbols(symbolicMatrix(layer));
  const of = (formula: Expression, latex: string) => ({
    needs: { matrix },
    run: ({ matrix }: { matrix: FormulaMatrix }): MatrixFormula => formulaOfA(matrix, letters, formula),
    show: (): string => latex,
  });
  return step({
    name: 'symbolic-transpose',
    type: 'matrix-expression',
    symbol: 'B',
    ...of(call('transpose', name('A')), '\\left[\\frac{\\partial y_r}{\\partial x_c}\\right]_{c,r}'),
    slips: {
      'kept-matrix-untransposed': slip({
        ...of(name('A'), 'A'),
        hint: 'You used $A$ itself; what comes back to an input is the sum over the outputs it fed, and these stand in a column of $A$.',
      }),
    },
  });
}

/** Reversed kernels for one channel of ∂L/∂x, a row a channel of ∂L/∂y. */
function kernelRows(layer: Conv1dLayer, channel: number): Names {
  const names = weightNames(layer);
  const [filters, depth, taps] = layer.conv.kernelShape as [number, number, number];
  return Array.from({ length: filters }, (_, filter) => {
    const start = (filter * depth + channel) * taps;
    return names.slice(start, start + taps).toReversed();
  });
}

/** The kernels of the way back for each channel of ∂L/∂x, where it is one plain convolution. */
function kernelSteps(layer: Conv1dLayer): Step<FormulaMatrix>[] {
  const { conv } = layer;
  if (layer.gradientPadding === undefined || conv.groups !== 1) return [];
  const [, channels] = conv.inputShape as [number, number, number];
  const symbols = weightSymbols(symbolicMatrix(layer));
  return Array.from({ length: channels }, (_, channel) => {
    const names = kernelRows(layer, channel);
    const wrong = (other: Names, hint: string): SlipAt<FormulaMatrix> =>
      slip({ ...way(lettersIn(other, symbols), show), hint });
    const show = '\\left[w_k, \\ldots, w_1\\right]';
    return step({
      name: `symbolic-kernels.${channel + 1}`,
      type: 'expression-matrix',
      symbol: `W'_{${channel + 1}}`,
      ...way(lettersIn(names, symbols), show),
      slips: {
        ...(hasTaps(conv) && {
          'kept-kernel-unreversed': wrong(
            names.map((row) => row.toReversed()),
            'You kept the kernels as they stand; the way back uses each one reversed, from its last weight to its first.',
          ),
        }),
        ...(canSwapChannels(conv) && {
          'kept-channels-unswapped': wrong(
            exchanged(names),
            'You took the kernels that lead to this channel on the way forward; going back, those count that lead from it.',
          ),
        }),
      },
    });
  });
}

/** More entries than anyone writes out in letters. */
const mostEntries = 400;

/** The layer's matrices and kernels in letters, where they are small enough to be written out. */
export function symbolicSteps(layer: Conv1dLayer): Step<unknown>[] {
  const names = symbolicMatrix(layer);
  if (names.length * names[0]!.length > mostEntries) return [];
  const matrix = matrixStep(layer);
  return [matrix, transposeStep(layer, matrix), ...kernelSteps(layer)];
}
