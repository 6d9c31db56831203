import { sizeOf, tensor, type Shape, type Tensor } from '../../engine/tensor.js';
import { samplePoints } from '../expression/sampling.js';
import type { Symbols } from './symbols.js';

/** The same values every time: one set of numbers and tensors a draw, for the letters that nothing defines. */
export function* drawValues(
  symbols: Symbols,
  count: number,
  shapeOf: (shape: Shape) => Shape,
): Generator<ReadonlyMap<string, number | Tensor>> {
  const free = [...symbols].filter(([, { is, size }]) => !is && size === undefined);
  const domains = free.flatMap(([, { domain, shape }]) =>
    Array.from({ length: shape ? sizeOf(shape) : 1 }, () =>
      // Entries near 0 or far out make sums of many products lose the digits that decide.
      domain.from === undefined && domain.to === undefined ? { ...domain, from: -2, to: 2 } : domain,
    ),
  );
  for (const point of samplePoints(domains, count, [])) {
    const values = new Map<string, number | Tensor>();
    let at = 0;
    for (const [name, { shape }] of free) {
      if (!shape) values.set(name, point[at++]!);
      else {
        const size = sizeOf(shape);
        values.set(name, tensor(shapeOf(shape), Float64Array.from(point.slice(at, at + size))));
        at += size;
      }
    }
    for (const [name, { size }] of symbols) if (size !== undefined) values.set(name, size);
    yield values;
  }
}
