import { count } from '../../engine/layer-counts.js';
import { none } from '../../engine/none.js';
import type { Shape } from '../../engine/tensor.js';
import { named, slip, step } from '../../engine/worksheet.js';
import type { Named, Step } from '../../engine/worksheet.js';
import { reaches } from './gradient-shapes.js';
import type { Learnt } from './gradient-shapes.js';
import { countWritten, ways } from './gradient-ways.js';
import type { ReadShapes, Sort, Word } from './gradient-ways.js';
import { isLinear } from '../../engine/layers/layer.js';
import { channelsOf } from '../../engine/layers/layout.js';
import type { Loss } from './losses.js';
import type { Place } from './place.js';
import type { MaybeShape, Slips } from './wrong-parameters.js';

type CountNeeds = {
  readonly gradient: Named<MaybeShape>;
  readonly weight: Named<MaybeShape>;
  readonly input: Named<Shape>;
  readonly output: Named<Shape>;
};
type CountRead = ReadShapes & { readonly gradient: MaybeShape };

/** Wrong numbers of additions or multiplications of a gradient that the loss reaches. */
function countSlips(place: Place, loss: Loss, word: Word, sort: Sort, needs: CountNeeds): Slips<number> {
  const { layer, name, conventions } = place;
  const made: Slips<number> = {};
  if (!isLinear(layer) || word === 'input') return made;
  const way = ways[word];
  if (sort === 'additions' && layer.kind !== 'fc' && conventions.counting.dwAdds === 'P-1')
    made['added-once-too-often'] = slip({
      needs,
      run: (read: CountRead) =>
        read.gradient === none ? 0 : count(way.load(place, read.gradient, read).products),
      show: (written) => (written.gradient.includes('none') ? '0' : way.terms(place, written)),
      hint: 'You counted an addition for every term. The gradient of a weight or bias sums a term for each position, and a sum of $P$ terms takes $P - 1$ additions.',
    });
  const depth = layer.kind === 'conv' ? channelsOf(place.input, conventions.layout) / layer.groups : 1;
  if (word === 'weight' && sort === 'additions' && conventions.counting.dwAdds === 'P-1' && depth > 1)
    made['counted-one-channel-less'] = slip({
      needs,
      run: (read: CountRead) =>
        read.gradient === none
          ? 0
          : count(
              (way.operations(way.load(place, read.gradient, read), conventions.counting)[sort] *
                (depth - 1)) /
                depth,
            ),
      show: (written) => `${countWritten(way, place, sort, written)} \\cdot \\frac{${depth - 1}}{${depth}}`,
      hint: 'You counted one input channel too few. A sum over $P$ positions takes $P - 1$ additions, but no channel falls away: each has weights of its own, with a sum for each of them.',
    });
  if (word === 'weight')
    made['doubled-the-forward-pass'] = slip({
      needs: { forward: named<number>(`${name}.${sort}`) },
      run: (read) => count(2 * read.forward),
      show: (written) => `2 \\cdot ${written.forward}`,
      hint: 'You took twice the operations of the forward pass. That rule of thumb covers the gradients of weights and input together; the gradient of the weights alone takes about as many as the forward pass.',
    });
  else
    made['copied-weight-gradient'] = slip({
      needs: { weights: named<number>(`${name}.${loss.name}.weight-gradient.${sort}`) },
      run: (read) => read.weights,
      show: (written) => written.weights,
      hint: "You repeated the numbers of the weights' gradient. The gradient of the bias has an entry for each bias only, and takes far fewer operations.",
    });
  return made;
}

const zero = (name: string): Step<number> =>
  step({ name, type: 'integer', needs: {}, run: () => 0, show: () => '0' });

/** Whether a gradient can take operations on some answers, be they wrong: all others are plain zeros. */
const canCount = ({ layer }: Place, word: Word): boolean =>
  isLinear(layer) ||
  (word !== 'input' && layer.kind === 'batch-norm') ||
  (word === 'weight' && layer.kind === 'pool');

/** The operations behind one gradient of a layer: each sort, and all together. */
export function gradientCounts(
  place: Place,
  loss: Loss,
  word: Word,
  gradient: Named<MaybeShape>,
  { input, output, weight }: Learnt,
): Step<number>[] {
  const { counting } = place.conventions;
  const nameOf = (what: string): string => `${gradient.name}.${what}`;
  const way = ways[word];
  const counts = canCount(place, word);
  // Shapes that these counts do not depend on stay out of what they rest on.
  const readsInput = word === 'input' || place.layer.kind === 'transposed-conv' || !counting.paddedTaps;
  const needs: CountNeeds = {
    gradient,
    output,
    weight: word === 'input' ? weight : gradient,
    input: readsInput ? input : output,
  };
  const sorted = (sort: Sort): Step<number> =>
    counts
      ? step({
          name: nameOf(sort),
          type: 'integer',
          needs,
          run: (read: CountRead) =>
            read.gradient === none ? 0 : way.operations(way.load(place, read.gradient, read), counting)[sort],
          show: (written) => countWritten(way, place, sort, written),
          slips: reaches(loss, place) ? countSlips(place, loss, word, sort, needs) : {},
        })
      : zero(nameOf(sort));
  const add = sorted('additions');
  const mul = sorted('multiplications');
  const compare = zero(nameOf('comparisons'));
  const asOne = counting.unit === 'mac' && word !== 'bias';
  const operations = asOne
    ? step({
        name: nameOf('operations'),
        type: 'integer',
        needs: { mul },
        run: (read) => read.mul,
        show: (written) => written.mul,
      })
    : step({
        name: nameOf('operations'),
        type: 'integer',
        needs: { add, mul, compare },
        run: (read) => count(read.add + read.mul + read.compare),
        show: (written) => `${written.add} + ${written.mul} + ${written.compare}`,
      });
  return [add, mul, compare, operations];
}
