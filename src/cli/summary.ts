import type { ClassStatistics, ItemStatistics } from '../report/views/class-statistics.js';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
const short = (value: number): string => String(Number(value.toFixed(2)));

const hardest = (items: readonly ItemStatistics[]): ItemStatistics[] =>
  items
    .filter(({ success, marked }) => success !== null && marked > 0)
    .sort((a, b) => a.success! - b.success!)
    .slice(0, 3);

/** What `grade` says at its end: a person reads it at a glance. */
export function summary(
  { counts, scores, max, items, waiting, troubles }: ClassStatistics,
  out: string,
): string {
  const marked = counts.graded + counts['needs-review'];
  const lines = [
    `Marked ${count(marked, 'submission')}${counts['needs-review'] > 0 ? `; in ${counts['needs-review']} something waits for a person` : ''}.`,
  ];
  if (scores)
    lines.push(
      `Median ${short(scores.median)} of ${short(max)}, half of the class between ${short(scores.lower)} and ${short(scores.upper)}.`,
    );
  if (counts.missing > 0) lines.push(`${count(counts.missing, 'student')} on the roster handed in nothing.`);
  if (counts.unreadable > 0)
    lines.push(`${count(counts.unreadable, 'file')} could not be read, and nobody got a zero for it:`);
  for (const { why } of troubles.slice(0, 5)) lines.push(`  ${why}`);
  if (troubles.length > 5) lines.push(`  and ${troubles.length - 5} more, in class.html`);
  if (counts.failed > 0)
    lines.push(`${count(counts.failed, 'submission')} met a fault of tickmark; please report it.`);
  const hard = hardest(items);
  if (hard.length > 0) {
    lines.push('Hardest items:');
    for (const { item, success } of hard)
      lines.push(`  ${item}  ${Math.round(success! * 100)} % of the points`);
  }
  if (waiting.length > 0)
    lines.push(
      `${count(waiting.length, 'answer')} to look at: fill in ${out}/review.csv and run again with --review ${out}/review.csv.`,
    );
  lines.push(
    `Reports: ${out}/class.html, ${out}/students/; grades: ${out}/grades.csv; all evidence: ${out}/results.jsonl.`,
  );
  return `${lines.join('\n')}\n`;
}
