import type { Rounding } from '../conv-size.js';
import { GivenError } from '../domain-error.js';
import type { Path } from '../domain-error.js';
import type { Axis, TransposedAxis } from './layer.js';
import type { LayerRecord, WindowRecord } from './layer-record.js';

/** What a layer meets: its input's channels (or features) and spatial axes, and the problem's defaults. */
export interface Surroundings {
  readonly channels: number;
  /** Spatial axes of the input; 0 for a vector. */
  readonly rank: number;
  /** Values of the input. */
  readonly features: number;
  readonly bias: boolean;
  readonly rounding: Rounding;
}

/** One value an axis; throws a GivenError where there are more or fewer. */
export function perAxis<T>(value: T | readonly T[] | undefined, otherwise: T, rank: number, path: Path): T[] {
  if (value === undefined) return new Array<T>(rank).fill(otherwise);
  if (!Array.isArray(value)) return new Array<T>(rank).fill(value as T);
  if (value.length !== rank)
    throw new GivenError(path, `${value.length} sizes for ${rank} axes`, `Write one number, or ${rank}.`);
  return value as T[];
}

/** The window on each axis, with defaults; a pool's stride is its kernel and its padding at most half of it. */
export function axesOf(given: WindowRecord, { rank }: Surroundings, path: Path, pool = false): Axis[] {
  const kernels = perAxis(given.kernel, 1, rank, [...path, 'kernel']);
  const strides = perAxis(given.stride, 1, rank, [...path, 'stride']);
  const dilations = perAxis(given.dilation, 1, rank, [...path, 'dilation']);
  const stated = given.padding === 'valid' ? 0 : given.padding;
  const paddings = perAxis<number | 'same'>(stated, 0, rank, [...path, 'padding']);
  return kernels.map((kernel, axis) => {
    const stride = pool && given.stride === undefined ? kernel : strides[axis]!;
    const padding = paddings[axis]!;
    if (pool && padding !== 'same' && padding > kernel / 2)
      throw new GivenError(
        [...path, 'padding'],
        `a pool's padding of ${padding} is more than half its kernel of ${kernel}`,
        `Write at most ${Math.floor(kernel / 2)}.`,
      );
    return { kernel, stride, dilation: dilations[axis]!, padding };
  });
}

/** The window of a transposed convolution; an output padding below the stride or dilation. */
export function transposedAxes(
  given: NonNullable<LayerRecord['transposed-conv']>,
  around: Surroundings,
  path: Path,
): TransposedAxis[] {
  const keras = given.padding === 'same' || given.padding === 'valid' ? given.padding : undefined;
  const extra = perAxis(given.outputPadding, 0, around.rank, [...path, 'outputPadding']);
  return axesOf(given, around, path).map((axis, index) => {
    const outputPadding = extra[index]!;
    const limit = Math.max(axis.stride, axis.dilation);
    if (outputPadding >= limit)
      throw new GivenError(
        [...path, 'outputPadding'],
        `an output padding of ${outputPadding} is not below the stride ${axis.stride} or the dilation ${axis.dilation}`,
        `Write at most ${limit - 1}.`,
      );
    if (keras && outputPadding > 0)
      throw new GivenError(
        [...path, 'outputPadding'],
        `'${keras}' fixes the output size by itself`,
        'Leave it out.',
      );
    return { ...axis, padding: keras ?? axis.padding, outputPadding };
  });
}
