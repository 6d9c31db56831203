import type { WrongValueCount } from '../report/views/class-statistics.js';

/** Distinct values kept of an item; when there are more, the rarer half is dropped. */
const most = 500;

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** Counts the wrong values of one item in bounded memory. */
export class WrongValues {
  private counts = new Map<string, { -readonly [K in keyof WrongValueCount]: WrongValueCount[K] }>();
  dropped = false;

  add(value: string, found: Pick<WrongValueCount, 'written' | 'slips' | 'hint'>): void {
    const shown = cut(value, 400);
    const known = this.counts.get(shown);
    if (known) {
      known.students++;
      if (known.slips.length === 0 && found.slips.length > 0)
        Object.assign(known, { slips: found.slips, hint: found.hint });
      return;
    }
    if (this.counts.size >= most) this.dropRarest();
    this.counts.set(shown, { value: shown, students: 1, ...found, written: cut(found.written, 200) });
  }

  /** Commonest first; equally common ones as they came. */
  commonest(): WrongValueCount[] {
    return [...this.counts.values()].sort((a, b) => b.students - a.students);
  }

  private dropRarest(): void {
    this.dropped = true;
    this.counts = new Map(
      this.commonest()
        .slice(0, most / 2)
        .map((count) => [count.value, count]),
    );
  }
}
