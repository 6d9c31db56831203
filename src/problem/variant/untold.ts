import { randomFrom, type RandomState } from './random.js';
import { canGoOn, exhausted, tryOnce, weaknesses, type Search } from './search.js';
import { Tally } from './tally.js';
import { mostWork } from './work.js';

/** Draws that tell which wrong ways can be told from the right one at all; fewer where each is dear. */
const probes = { most: 24, least: 12 } as const;
const probeState: RandomState = [0x7469636b, 0x6d61726b, 0x70726f62, 0x65730001];

/** Wrong ways that coincide on every probe, as they must on every draw: no redraw helps against them. */
export function untoldWays(search: Search): ReadonlySet<string> {
  const random = randomFrom(probeState);
  const tally = new Tally();
  const met = new Map<string, boolean>();
  const wanted = Math.max(probes.least, Math.min(probes.most, Math.floor(mostWork / search.work.compared)));
  let found = 0;
  while (found < wanted && canGoOn(tally)) {
    const made = tryOnce(search, random, tally);
    if (!made) continue;
    found += 1;
    for (const { name, coincides } of weaknesses(made.instance, search))
      met.set(name, (met.get(name) ?? true) && coincides);
  }
  if (found === 0) throw exhausted(tally, search.plan);
  return new Set([...met].flatMap(([name, always]) => (always ? [name] : [])));
}
