import { bin } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { counted } from '../words/phrase.js';
import { short } from '../words/number-words.js';

export interface HistogramBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly students: number;
  /** "from 4 to below 6 points". */
  readonly range: string;
}

/** A drawing of how many students have which score: lengths in units of its view box. */
export interface Histogram {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly bars: readonly HistogramBar[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly median: { readonly x: number; readonly label: string };
  readonly summary: string;
}

const size = { width: 720, height: 262, left: 44, right: 704, top: 40, base: 228 };

const placed = (length: number): number => Number(length.toFixed(2));

/** Draws scores from 0 to `max` in about ten bins; null without scores. */
export function histogram(scores: readonly number[], max: number, median: number): Histogram | null {
  if (scores.length === 0 || max <= 0) return null;
  const across = scaleLinear([0, max], [size.left, size.right]);
  const ticks = across.ticks(10);
  const bins = bin<number, number>()
    .domain([0, max])
    .thresholds(ticks.filter((tick) => tick > 0 && tick < max))([...scores]);
  const most = Math.max(...bins.map(({ length }) => length));
  const up = scaleLinear([0, most], [size.base, size.top]);
  const bars = bins.map(({ x0, x1, length }, index, all): HistogramBar => {
    const [from, to] = [across(x0!), across(x1!)];
    return {
      x: placed(from + 1),
      width: placed(Math.max(1, to - from - 2)),
      y: placed(up(length)),
      height: placed(size.base - up(length)),
      students: length,
      range: `${short(x0!)} to ${index === all.length - 1 ? '' : 'below '}${short(x1!)}`,
    };
  });
  return {
    width: size.width,
    height: size.height,
    left: size.left,
    right: size.right,
    base: size.base,
    bars,
    xTicks: ticks.map((tick) => ({ x: placed(across(tick)), label: short(tick) })),
    yTicks: up
      .ticks(4)
      .filter((tick) => tick > 0 && Number.isInteger(tick))
      .map((tick) => ({ y: placed(up(tick)), label: String(tick) })),
    median: { x: placed(across(median)), label: `median ${short(median)}` },
    summary: `Scores of ${counted(scores.length, 'student')} from ${short(Math.min(...scores))} to ${short(Math.max(...scores))} of ${short(max)} points; the median is ${short(median)}.`,
  };
}
