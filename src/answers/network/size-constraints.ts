import { spanOf } from '../../engine/conv-size.js';
import type { TracedLayer } from '../../engine/layers/trace-layers.js';
import { isConvolved, spatialWritten, type DeclaredNetwork } from './declared-network.js';

/** Sentences on what breaks a constraint; none where it is met. */
export type Faults = readonly string[];

const changes = ({ rules, source, output }: TracedLayer): boolean =>
  rules !== undefined && spatialWritten(source) !== spatialWritten(output);

const verb = ({ source, output }: TracedLayer): string =>
  source.slice(1).every((size, axis) => output[axis + 1]! <= size) ? 'shrinks' : 'changes';

/** What would leave the size as it is, for a convolution. */
function advice(place: TracedLayer): string {
  if (!isConvolved(place)) return '';
  const { axes } = place.layer;
  const strided = axes.some(({ stride }) => stride > 1);
  const needed = axes.map((axis) => (spanOf(axis) - 1) / 2);
  if (needed.some((padding) => !Number.isInteger(padding)))
    return `an odd kernel with padding${strided ? ' and stride 1' : ''} would keep it`;
  const padding = needed.every((one) => one === needed[0]) ? `${needed[0]}` : needed.join('×');
  return `${strided ? `stride 1 and padding ${padding}` : `padding ${padding}`} would keep it`;
}

/** Convolutions leave height and width alone. */
export function keptSizes({ trace: { places, misfit }, describe }: DeclaredNetwork): Faults {
  const convolutions = places.filter(isConvolved);
  const faults = convolutions
    .filter(changes)
    .map(
      (place) =>
        `${describe(place.index)}, ${verb(place)} ${spatialWritten(place.source)} to ${spatialWritten(place.output)}; ${advice(place)}`,
    );
  if (faults.length > 0) return faults;
  if (misfit) return ['what comes after the layer that does not fit has no sizes'];
  return convolutions.length === 0 ? ['there is no convolution'] : [];
}

/** Of all other layers only max pools change height and width, and they halve them (an odd one rounded down). */
export function halvedByMaxPools({ trace: { places, misfit }, describe }: DeclaredNetwork): Faults {
  const others = places.filter((place) => place.rules !== undefined && !isConvolved(place));
  const isMaxPool = ({ layer }: TracedLayer): boolean => layer.kind === 'pool' && layer.of === 'max';
  const faults = others.flatMap((place) => {
    const sizes = `${spatialWritten(place.source)} to ${spatialWritten(place.output)}`;
    if (!isMaxPool(place))
      return changes(place)
        ? [`${describe(place.index)}, takes ${sizes}; only max pooling may change the size`]
        : [];
    const half = [0, ...place.source.slice(1).map((size) => Math.floor(size / 2))];
    return spatialWritten(half) === spatialWritten(place.output)
      ? []
      : [`${describe(place.index)}, takes ${sizes}; half of it is ${spatialWritten(half)}`];
  });
  if (faults.length > 0) return faults;
  if (misfit) return ['what comes after the layer that does not fit has no sizes'];
  return others.some(isMaxPool) ? [] : ['there is no max pooling'];
}
