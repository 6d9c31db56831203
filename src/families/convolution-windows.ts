import type { ConvLayer } from '../engine/conv-layer.js';
import { samePadding, spanOf, type Sliding } from '../engine/conv-size.js';
import type { Misreading, Worksheet } from '../engine/worksheet.js';

interface WrongWindow {
  readonly change: (window: Sliding, size: number) => Sliding;
  readonly hint: string;
}

const unpadded = (window: Sliding): Sliding => ({ ...window, before: 0, after: 0 });

const ways: Readonly<Record<string, WrongWindow>> = {
  'ignored-padding': {
    change: unpadded,
    hint: 'You slid the kernel over the input without its padding; surround the input with the zeros of the problem first.',
  },
  'padded-one-side': {
    change: (window) => ({ ...window, after: 0 }),
    hint: 'You padded one side only; the zeros go on both sides of every axis.',
  },
  'ignored-stride': {
    change: (window) => ({ ...window, stride: 1 }),
    hint: 'You moved the kernel by one position at a time; it moves by the stride.',
  },
  'ignored-dilation': {
    change: (window) => ({ ...window, dilation: 1 }),
    hint: 'You took the taps of the kernel as neighbours; dilation spreads them, so a kernel spans $d(k - 1) + 1$ positions.',
  },
  'padded-to-same-size': {
    change: (window, size) => samePadding(size, { ...window, stride: 1 }),
    hint: 'You padded so that the output keeps the size of the input; this problem computes only the positions that its own padding allows.',
  },
  'padded-fully': {
    change: (window) => ({ ...window, before: spanOf(window) - 1, after: spanOf(window) - 1 }),
    hint: 'You let the kernel overhang the input as far as it can; this problem computes only the positions that its own padding allows.',
  },
};

/** The window read wrongly, in the same stride unless that is what is wrong; what no longer fits is left out. */
function changed(layer: ConvLayer, change: WrongWindow['change']): ConvLayer | undefined {
  const sizes = layer.inputShape.slice(2);
  const windows = layer.windows.map((window, axis) => change(window, sizes[axis]!));
  const fits = windows.every((window, axis) => sizes[axis]! + window.before + window.after >= spanOf(window));
  const isSame = JSON.stringify(windows) === JSON.stringify(layer.windows);
  return isSame || !fits ? undefined : { ...layer, windows };
}

const isPadded = ({ windows }: ConvLayer): boolean => windows.some(({ before, after }) => before + after > 0);
const isStrided = ({ windows }: ConvLayer): boolean => windows.some(({ stride }) => stride > 1);

/** The same problem with its padding, stride or dilation read wrongly. */
export function misreadWindows(
  layer: ConvLayer,
  worksheet: (layer: ConvLayer) => Worksheet,
): Record<string, Misreading> {
  const made: Record<string, Misreading> = {};
  for (const [name, { change, hint }] of Object.entries(ways)) {
    if (name === 'padded-to-same-size' && isStrided(layer)) continue;
    if (name === 'padded-one-side' && !isPadded(layer)) continue;
    const other = changed(layer, change);
    let built: Worksheet | undefined;
    if (other) made[name] = { hint, worksheet: () => (built ??= worksheet(other)) };
  }
  return made;
}
