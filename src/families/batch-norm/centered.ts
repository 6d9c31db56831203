import { map, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Step } from '../../engine/worksheet.js';
import { entryOf, subscript, typeOfRank } from './formulas.js';
import { centerBy, otherModeSlips, wordsOf, type Normalizing } from './normalizing.js';

/** The inputs less their unit's mean. */
export function centeredStep(normalizing: Normalizing): Step<Tensor> {
  const { batch, axes, z, mean } = normalizing;
  const words = wordsOf(normalizing);
  const entry = entryOf(batch.layout);
  const place = subscript(batch.layout, axes);
  return step({
    name: 'centered',
    type: typeOfRank(batch.z.shape.length),
    symbol: `z - ${words.mean}`,
    needs: { z, mean },
    run: ({ z, mean }) => centerBy(z, mean, axes),
    show: ({ mean }) => `${entry} - ${mean}${place}`,
    slips: {
      'reversed-subtraction': slip({
        needs: { z, mean },
        run: ({ z, mean }) => map(centerBy(z, mean, axes), (entry) => -entry),
        show: ({ mean }) => `${mean}${place} - ${entry}`,
        hint: `You subtracted the other way round, $${words.mean} - z$; the layer takes $z - ${words.mean}$.`,
      }),
      ...otherModeSlips(normalizing).centered,
    },
  });
}
