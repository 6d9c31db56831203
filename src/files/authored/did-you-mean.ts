/** Insertions, deletions, substitutions and swaps of neighbours from one word to another (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(above[column]! + 1, now[column - 1]! + 1, above[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, before[column - 2]! + 1);
      now.push(best);
    }
    before = above;
    above = now;
  }
  return above[b.length]!;
}

const plain = (word: string): string => word.slice(0, 60).toLowerCase().replaceAll(/[_ ]/g, '-');

/** The candidate that was probably meant; undefined where none is near (a third of the letters may differ). */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const typed = plain(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart = distance(typed, plain(candidate));
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best;
}
