import { permute, sizeOf, transpose, type Tensor } from '../engine/tensor.js';

/** A recognisable way to put the right numbers in the wrong places. */
interface Rearrangement {
  readonly name: string;
  readonly remark: string;
  /** The key so rearranged; undefined where that cannot be. */
  readonly of: (key: Tensor) => Tensor | undefined;
}

/** Reverses all axes from `axis` on. */
function reverseFrom(key: Tensor, axis: number): Tensor {
  const data = key.data.slice();
  const block = sizeOf(key.shape.slice(axis));
  for (let start = 0; start < data.length; start += block) data.subarray(start, start + block).reverse();
  return { shape: key.shape, data };
}

const when = (rank: number, name: string, remark: string, of: (key: Tensor) => Tensor): Rearrangement => ({
  name,
  remark,
  of: (key) => (key.shape.length === rank ? of(key) : undefined),
});
export const rearrangements: readonly Rearrangement[] = [
  when(1, 'reversed-the-order', 'These are the right numbers in reverse order.', (key) =>
    reverseFrom(key, 0),
  ),
  when(2, 'transposed', 'This is the transpose of what is asked: its rows are the columns here.', transpose),
  when(2, 'reversed-the-rows', 'These are the right rows in reverse order.', (key) =>
    reverseFrom(reverseFrom(key, 0), 1),
  ),
  when(2, 'reversed-the-columns', 'These are the right columns in reverse order.', (key) =>
    reverseFrom(key, 1),
  ),
  when(
    2,
    'turned-by-180-degrees',
    'This is what is asked, turned by 180°: rows and columns are both reversed.',
    (key) => reverseFrom(key, 0),
  ),
  when(3, 'put-channels-last', 'This is what is asked with the channels last.', (key) =>
    permute(key, [1, 2, 0]),
  ),
  when(3, 'exchanged-the-last-axes', 'This is what is asked with the last two axes exchanged.', (key) =>
    permute(key, [0, 2, 1]),
  ),
  when(3, 'turned-each-plane', 'Each plane is what is asked, turned by 180°.', (key) => reverseFrom(key, 1)),
  when(4, 'put-channels-last', 'This is what is asked with the channels last.', (key) =>
    permute(key, [0, 2, 3, 1]),
  ),
  when(4, 'exchanged-the-first-axes', 'This is what is asked with the first two axes exchanged.', (key) =>
    permute(key, [1, 0, 2, 3]),
  ),
  when(4, 'turned-each-kernel', 'Each kernel is what is asked, turned by 180°.', (key) =>
    reverseFrom(key, 2),
  ),
];
