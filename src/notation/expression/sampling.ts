import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Where a symbol's values lie; all real numbers unless said, the ends themselves never drawn. */
export interface Domain {
  readonly from?: number;
  readonly to?: number;
  readonly integer?: boolean;
}

/** Fixed, so that the same two expressions always get the same verdict. */
const seed = 20240607;

/** Draws one coordinate from a uniform number in [0, 1). */
type Draw = (random: number) => number;

const between =
  (low: number, high: number): Draw =>
  (random) =>
    low + random * (high - low);

const [nearest, farthest] = [1e-3, 0.021];

/** A little beside one of some points, on either side: where domains and branches end. */
const beside =
  (...points: readonly number[]): Draw =>
  (random) => {
    const place = random * points.length * 2;
    const whole = Math.floor(place);
    const off = nearest + (farthest - nearest) * (place - whole);
    return points[whole >> 1]! + (whole % 2 === 0 ? off : -off);
  };

/** Midway between landmarks side by side, where shifted steps differ: step(x) from step(x − 0.001). */
const midway = (landmarks: readonly number[]): Draw => {
  const sorted = [...new Set(landmarks)].sort((a, b) => a - b);
  const middles = sorted.slice(1).map((place, at) => (place + sorted[at]!) / 2);
  return middles.length === 0 ? between(-1, 1) : (random) => middles[Math.floor(random * middles.length)]!;
};

const everywhere = (landmarks: readonly number[]): readonly Draw[] => [
  between(-3, 3),
  between(0.05, 4),
  between(0.01, 0.99),
  between(-20, 20),
  between(-3, 3),
  beside(0, 1, -1),
  beside(...landmarks),
  midway([0, ...landmarks]),
];

/** Wide, middle and edge draws of an interval; a missing end reaches 3 and 20 beyond the other. */
function inside(from: number, to: number, landmarks: readonly number[]): readonly Draw[] {
  const width = Number.isFinite(to - from) ? to - from : 20;
  const [low, high] = [Number.isFinite(from) ? from : to - width, Number.isFinite(to) ? to : from + width];
  const edge = 0.01 * width;
  const near = Number.isFinite(to - from) ? width : 3;
  const middle = Number.isFinite(from) ? between(low, low + near) : between(high - near, high);
  const wide = between(low, high);
  const draws = [wide, middle, between(low, low + edge), wide, middle, between(high - edge, high), wide];
  const [first, last] = [low + farthest, high - farthest];
  const within = [...new Set(landmarks)].filter((place) => place > first && place < last);
  const beyond = within.length === 0 ? [] : [beside(...within)];
  return within.length < 2 ? [...draws, ...beyond] : [...draws, ...beyond, midway(within)];
}

const drawsOf = (
  { from = -Infinity, to = Infinity }: Domain,
  landmarks: readonly number[],
): readonly Draw[] =>
  from === -Infinity && to === Infinity ? everywhere(landmarks) : inside(from, to, landmarks);

const fit = (value: number, { from = -Infinity, to = Infinity, integer = false }: Domain): number =>
  integer ? Math.min(Math.max(Math.round(value), Math.ceil(from)), Math.floor(to)) : value;

/**
 * The same points every time for the same domains, one number a symbol; the array is filled anew for each point.
 * `landmarks` are numbers beside which the behaviour may change, such as the 15 of ReLU(x − 15).
 */
export function* samplePoints(
  domains: readonly Domain[],
  count: number,
  landmarks: readonly number[],
): Generator<Float64Array> {
  const random = xoroshiro128plus(seed);
  const places = landmarks.length > 0 ? landmarks.flatMap((place) => [place, -place]) : [0];
  const draws = domains.map((domain) => drawsOf(domain, places));
  const point = new Float64Array(domains.length);
  for (let index = 0; index < count; index++) {
    for (let symbol = 0; symbol < domains.length; symbol++) {
      const ways = draws[symbol]!;
      point[symbol] = fit(ways[index % ways.length]!(uniformFloat64(random)), domains[symbol]!);
    }
    yield point;
  }
}
