import { tapsInside } from './conv-size.js';
import type { Sliding } from './conv-size.js';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Positions of the padded input that some window reads, along one axis; `inside` leaves out the padding. */
export function positionsRead(size: number, outputs: number, window: Sliding, inside = false): number {
  const { kernel, stride, dilation, before, after } = window;
  const [low, high] = inside ? [before, before + size] : [0, before + size + after];
  const common = gcd(stride, dilation);
  // Taps a period apart read positions of the same remainder, each a run of one position per output.
  const period = stride / common;
  const shift = dilation / common;
  let positions = 0;
  const addRun = (offset: number, from: number, length: number): void => {
    const first = Math.max(from, Math.ceil((low - offset) / stride));
    const last = Math.min(from + length - 1, Math.ceil((high - offset) / stride) - 1);
    positions += Math.max(0, last - first + 1);
  };
  for (let tap = 0; tap < Math.min(period, kernel); tap++) {
    const runs = Math.ceil((kernel - tap) / period);
    if (shift <= outputs) addRun(tap * dilation, 0, (runs - 1) * shift + outputs);
    else for (let run = 0; run < runs; run++) addRun(tap * dilation, run * shift, outputs);
  }
  return positions;
}

/** Taps that read a true input in at least one window, along one axis. */
export function tapsUsed(size: number, outputs: number, window: Sliding): number {
  let used = 0;
  for (let tap = 0; tap < window.kernel; tap++) {
    const alone = { ...window, kernel: 1, before: window.before - tap * window.dilation };
    if (tapsInside(size, outputs, alone) > 0) used++;
  }
  return used;
}
