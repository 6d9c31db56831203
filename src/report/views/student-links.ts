import type { ClassStatistics } from './class-statistics.js';
import type { Html } from '../media/html.js';
import { linkTo } from '../media/link.js';
import type { Medium } from '../media/medium.js';

/** A student's id with the link to the report, where there is one. */
export interface StudentLink {
  readonly student: string;
  readonly href: string | null;
}

/** Writes students as links to their reports. */
export function studentLinks(
  { students }: ClassStatistics,
  { text }: Medium<Html>,
): (who: readonly string[]) => StudentLink[] {
  const reports = new Map(students.map(({ student, report }) => [student, report]));
  return (who) =>
    who.map((student) => {
      const report = reports.get(student) ?? null;
      return { student: text(student), href: report === null ? null : linkTo(report) };
    });
}
