import { matmul, slice, tensor, transpose, type Tensor } from '../../engine/tensor.js';
import { named, slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import type { Chain, Link } from './chain.js';
import { jacobianSymbol, typesetUnit } from './notation.js';

/** One way through the chain: forward pushes a column, reverse pulls a row. */
interface Direction {
  readonly suffix: 'jvp' | 'vjp';
  readonly other: 'jvp' | 'vjp';
  readonly apply: (jacobian: Tensor, vector: Tensor) => Tensor;
  readonly first: (jacobian: Tensor, place: number) => Tensor;
  readonly show: (jacobian: string, vector: string) => string;
  readonly swapped: string;
  readonly swappedHint: string;
  readonly sided: string;
  readonly sidedHint: string;
  readonly restartedHint: string;
}

const forward: Direction = {
  suffix: 'jvp',
  other: 'vjp',
  apply: (jacobian, vector) => matmul(jacobian, vector),
  first: (jacobian, place) => slice(jacobian, [null, place]),
  show: (jacobian, vector) => `${jacobian} \\, ${vector}^{\\top}`,
  swapped: 'reverse-for-forward',
  swappedHint: 'You pulled a row back from the outputs; forward order pushes $e_i$ from the inputs, $J v$.',
  sided: 'multiplied-from-the-left',
  sidedHint: 'You multiplied with the vector on the left, $v^{\\top} J$; forward order takes $J v$.',
  restartedHint: 'You began again from $e_i$; each function takes the vector that the one before it gave.',
};

const reverse: Direction = {
  suffix: 'vjp',
  other: 'jvp',
  apply: (jacobian, vector) => matmul(transpose(jacobian), vector),
  first: (jacobian, place) => slice(jacobian, [place, null]),
  show: (jacobian, vector) => `${vector} \\, ${jacobian}`,
  swapped: 'forward-for-reverse',
  swappedHint:
    'You pushed a column from the inputs; reverse order pulls $e_i^{\\top}$ back from the outputs, $u^{\\top} J$.',
  sided: 'multiplied-from-the-right',
  sidedHint: 'You multiplied with the vector on the right, $J u$; reverse order takes $u^{\\top} J$.',
  restartedHint: 'You began again from $e_i$; each function takes the row that the one after it gave.',
};

/** Products with one unit vector, in the order they are computed. */
function passSteps(
  { suffix, other, apply, first, show, ...words }: Direction,
  links: readonly Link[],
  seed: { readonly place: number; readonly count: number; readonly hasOther: boolean },
): Step<Tensor>[] {
  const { place, count } = seed;
  const unit = typesetUnit(place, count);
  const unitVector = tensor(
    [count],
    Array.from({ length: count }, (_, index) => (index === place ? 1 : 0)),
  );
  const id = place + 1;
  return links.map((link, index) => {
    const jacobian = named<Tensor>(`${link.name}.jacobian-at-point`);
    const before: Named<Tensor> | undefined =
      index === 0 ? undefined : named(`${links[index - 1]!.name}.${suffix}.${id}`);
    const size = suffix === 'jvp' ? link.variables.length : link.outputs.length;
    const slips: Record<string, SlipAt<Tensor>> = {};
    if (seed.hasOther)
      slips[words.swapped] = slip({
        needs: { turned: named<Tensor>(`${link.name}.${other}.${id}`) },
        run: ({ turned }) => turned,
        show: ({ turned }) => turned,
        hint: words.swappedHint,
      });
    if (before && link.outputs.length > 1 && link.variables.length === link.outputs.length)
      slips[words.sided] = slip({
        needs: { jacobian, before },
        run: ({ jacobian, before }) => apply(transpose(jacobian), before),
        show: ({ jacobian, before }) => show(`${jacobian}^{\\top}`, before),
        hint: words.sidedHint,
      });
    if (before && size === count)
      slips['restarted-from-the-seed'] = slip({
        needs: { jacobian },
        run: ({ jacobian }) => apply(jacobian, unitVector),
        show: ({ jacobian }) => show(jacobian, unit),
        hint: words.restartedHint,
      });
    const shared = { name: `${link.name}.${suffix}.${id}`, type: 'vector', slips };
    const symbol = symbolOf(suffix, links.slice(0, index + 1), id);
    if (!before)
      return step({
        ...shared,
        symbol,
        needs: { jacobian },
        run: ({ jacobian }) => first(jacobian, place),
        show: ({ jacobian }) => show(jacobian, unit),
      });
    return step({
      ...shared,
      symbol,
      needs: { jacobian, before },
      run: ({ jacobian, before }) => apply(jacobian, before),
      show: ({ jacobian, before }) => show(jacobian, before),
    });
  });
}

function symbolOf(suffix: 'jvp' | 'vjp', links: readonly Link[], id: number): string {
  const product = links.map(jacobianSymbol);
  return suffix === 'jvp'
    ? `${product.reverse().join(' ')} \\, e_{${id}}`
    : `e_{${id}}^{\\top} \\, ${product.join(' ')}`;
}

/** Forward order: a column for each input. */
export function forwardSteps({ links }: Chain): Step<Tensor>[][] {
  const [count, outputs] = [links[0].variables.length, links.at(-1)!.outputs.length];
  return Array.from({ length: count }, (_, place) =>
    passSteps(forward, links, { place, count, hasOther: place < outputs }),
  );
}

/** Reverse order: a row for each output. */
export function reverseSteps({ links }: Chain): Step<Tensor>[][] {
  const [inputs, count] = [links[0].variables.length, links.at(-1)!.outputs.length];
  return Array.from({ length: count }, (_, place) =>
    passSteps(reverse, links.toReversed(), { place, count, hasOther: place < inputs }),
  );
}
