const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const instant = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as people read it, on the clock it was written for: "20 November 2026, 23:59 (UTC−06:00)". */
export function dueWords(due: string): string {
  const found = instant.exec(due);
  if (!found) return due;
  const [, year, month, day, clock, zone] = found as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const ahead = zone === 'Z' || zone.endsWith('00:00') ? '' : zone.replace('-', '−');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}, ${clock} (UTC${ahead})`;
}
