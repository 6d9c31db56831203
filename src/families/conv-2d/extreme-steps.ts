import { none, type None } from '../../engine/none.js';
import { placesNearest, placesWhere, type Places } from '../../engine/places.js';
import type { Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import type { Conv2dLayer } from './layer.js';

type Found = number | None;

const largest = ({ data }: Tensor): number => Math.max(...data);
const smallest = ({ data }: Tensor): number => Math.min(...data);
const negativeNearestZero = ({ data }: Tensor): Found => {
  const negative = data.filter((entry) => entry < 0);
  return negative.length === 0 ? none : Math.max(...negative);
};

const orNone = (found: Places): Places | None => (found.places.length === 0 ? none : found);
const shifted = (found: Places | None, by: number): Places | None =>
  found === none ? none : { ...found, places: found.places.map((place) => place.map((index) => index + by)) };
const swapped = (found: Places | None): Places | None =>
  found === none ? none : { ...found, places: found.places.map((place) => place.toReversed()) };

/** Wrong ways of writing places down that were found rightly. */
function placeSlips<N extends Record<string, Named<unknown>>>(
  { conv, given }: Conv2dLayer,
  needs: N,
  find: (inputs: never) => Places | None,
  formula: string,
): Record<string, SlipAt<Places | None>> {
  const { origin } = given;
  const indices = conv.values.channels === 'none' ? 'row and column' : 'indices';
  return {
    [origin === 0 ? 'counted-from-one' : 'counted-from-zero']: slip({
      needs,
      run: (inputs) => shifted(find(inputs as never), origin === 0 ? 1 : -1),
      show: () => formula,
      hint: `You counted ${indices} from ${1 - origin}; here indices start at ${origin}.`,
    }),
    ...(conv.values.channels === 'none' && {
      'swapped-row-and-column': slip({
        needs,
        run: (inputs) => swapped(find(inputs as never)),
        show: () => formula,
        hint: 'You wrote the column before the row; in $(i, j)$ the row $i$ comes first.',
      }),
    }),
  };
}

function placesStep(
  layer: Conv2dLayer,
  name: string,
  z: Named<Tensor>,
  value: Named<Found>,
): Step<Places | None> {
  const needs = { z, value };
  const find = ({ z, value }: { readonly z: Tensor; readonly value: Found }): Places | None =>
    value === none ? none : placesNearest(z, layer.given.origin, value);
  return step({
    name,
    type: 'location',
    needs,
    run: find,
    show: ({ value }) => `\\text{where } Z = ${value}`,
    slips: placeSlips(layer, needs, find, '\\text{where } Z \\text{ has this value}'),
  });
}

function valueSteps(z: Named<Tensor>, key: Tensor): Step<Found>[] {
  const hasNegative = negativeNearestZero(key) !== none;
  return [
    step({
      name: 'maximum',
      type: 'number',
      symbol: '\\max Z',
      needs: { z },
      run: ({ z }): Found => largest(z),
      show: () => '\\max Z[i, j]',
    }),
    step({
      name: 'minimum',
      type: 'number',
      symbol: '\\min Z',
      needs: { z },
      run: ({ z }): Found => smallest(z),
      show: () => '\\min Z[i, j]',
      slips: {
        ...(hasNegative && {
          'took-negative-nearest-zero': slip({
            needs: { z },
            run: ({ z }): Found => negativeNearestZero(z),
            show: () => '\\max \\{Z[i, j] : Z[i, j] < 0\\}',
            hint: 'You took the negative value nearest to 0; the smallest value is the one farthest below 0.',
          }),
          'dropped-the-sign': slip({
            needs: { z },
            run: ({ z }): Found => -smallest(z),
            show: () => '\\left|\\min Z[i, j]\\right|',
            hint: 'You left the sign out; the value is negative.',
          }),
        }),
      },
    }),
    step({
      name: 'nearest-to-zero-negative',
      type: 'number',
      symbol: '\\max \\{Z : Z < 0\\}',
      needs: { z },
      run: ({ z }) => negativeNearestZero(z),
      show: () => '\\max \\{Z[i, j] : Z[i, j] < 0\\}',
    }),
  ];
}

/** Extreme values of z and all the places that hold them; zeros too. */
export function extremeSteps(layer: Conv2dLayer, z: Named<Tensor>, key: Tensor): Step<unknown>[] {
  const values = valueSteps(z, key);
  const zeros = ({ z }: { readonly z: Tensor }): Places | None =>
    orNone(placesWhere(z, layer.given.origin, (entry) => entry === 0));
  return [
    ...values,
    ...values.map((value) => placesStep(layer, `${value.name}-locations`, z, value)),
    step({
      name: 'zero-locations',
      type: 'location',
      needs: { z },
      run: zeros,
      show: () => '\\text{where } Z = 0',
      slips: placeSlips(layer, { z }, zeros, '\\text{where } Z = 0'),
    }),
  ];
}
