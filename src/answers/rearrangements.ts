import { permute, transpose, zeros, indexOf, offsetOf, type Tensor } from '../engine/tensor.js';

/** A recognisable way to put the right numbers in the wrong places. */
export interface Rearrangement {
  readonly remark: string;
  /** The key so rearranged; undefined where that cannot be. */
  readonly of: (key: Tensor) => Tensor | undefined;
}

function flip(key: Tensor, axes: readonly number[]): Tensor {
  const result = zeros(key.shape);
  for (let target = 0; target < result.data.length; target++) {
    const index = indexOf(key.shape, target);
    for (const axis of axes) index[axis] = key.shape[axis]! - 1 - index[axis]!;
    result.data[target] = key.data[offsetOf(key.shape, index)]!;
  }
  return result;
}

const when = (rank: number, remark: string, of: (key: Tensor) => Tensor): Rearrangement => ({
  remark,
  of: (key) => (key.shape.length === rank ? of(key) : undefined),
});
const spatial = (rank: number, remark: string, axes: readonly number[]): Rearrangement =>
  when(rank, remark, (key) => flip(key, axes));

export const rearrangements: readonly Rearrangement[] = [
  spatial(1, 'These are the right numbers in reverse order.', [0]),
  when(2, 'This is the transpose of what is asked: its rows are the columns here.', transpose),
  spatial(2, 'These are the right rows in reverse order.', [0]),
  spatial(2, 'These are the right columns in reverse order.', [1]),
  spatial(2, 'This is what is asked, turned by 180°: rows and columns are both reversed.', [0, 1]),
  when(3, 'This is what is asked with the channels last.', (key) => permute(key, [1, 2, 0])),
  when(3, 'This is what is asked with the last two axes exchanged.', (key) => permute(key, [0, 2, 1])),
  spatial(3, 'Each plane is what is asked, turned by 180°.', [1, 2]),
  when(4, 'This is what is asked with the channels last.', (key) => permute(key, [0, 2, 3, 1])),
  when(4, 'This is what is asked with the first two axes exchanged.', (key) => permute(key, [1, 0, 2, 3])),
  spatial(4, 'Each kernel is what is asked, turned by 180°.', [2, 3]),
];
