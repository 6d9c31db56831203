import { FileError, finding, type Finding } from '../finding.js';
import { unwrapSmartQuotes } from '../quoted.js';
import { readCsv, type CsvRow } from '../read-csv.js';
import { readHeading } from './submission-heading.js';
import { SubmissionDraft } from './submission-draft.js';
import type { SubmissionFile } from './submission-file.js';

/** Submissions of a CSV file, one a row; rows without a usable student are among the findings. */
export interface CsvSubmissions {
  readonly submissions: readonly SubmissionFile[];
  readonly findings: readonly Finding[];
}

/**
 * Reads one row a student, one column an item (heading = item id), beside `student` and perhaps `submitted`. In
 * findings and answers a column counts cells. Two rows of one student are both returned, all their answers lost.
 */
export function readCsvSubmissions(file: string, text: string): CsvSubmissions {
  const { header, rows, findings } = readCsv(file, text);
  if (!header.includes('student'))
    throw new FileError(
      finding({ file, line: 1, column: 1 }, 'a column `student`', 'none', { path: 'student' }),
    );
  const faults: Finding[] = [...findings];
  const byStudent = new Map<string, SubmissionDraft[]>();
  const drafts: SubmissionDraft[] = [];
  for (const row of rows) {
    const draft = readRow(file, header, row, faults);
    if (draft === null || draft.student === null) continue;
    const same = byStudent.get(draft.student) ?? [];
    same.push(draft);
    byStudent.set(draft.student, same);
    drafts.push(draft);
  }
  for (const [student, same] of byStudent) if (same.length > 1) loseAll(student, same);
  return { submissions: drafts.map((draft) => draft.finish()), findings: faults };
}

function readRow(
  file: string,
  header: readonly string[],
  row: CsvRow,
  faults: Finding[],
): SubmissionDraft | null {
  const column = (name: string): number => header.indexOf(name) + 1;
  const draft = new SubmissionDraft({ file, line: row.line, column: 1 });
  try {
    for (const name of ['student', 'submitted'] as const) {
      const cell = row.cells.get(name);
      if (cell !== undefined && (name === 'student' || cell.trim() !== ''))
        readHeading(draft, name, cell, draft.place(row.line, column(name)));
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    faults.push(error.finding);
    return null;
  }
  if (draft.student === null) {
    faults.push(
      finding(draft.place(row.line, column('student')), 'a student', 'nothing', { path: 'student' }),
    );
    return null;
  }
  header.forEach((name, index) => {
    if (name === 'student' || name === 'submitted' || name === '') return;
    readCell(draft, name, row.cells.get(name)!, row.line, index + 1);
  });
  return draft;
}

function readCell(draft: SubmissionDraft, path: string, cell: string, line: number, column: number): void {
  const inner = unwrapSmartQuotes(cell.trim());
  if (inner !== null)
    draft.note(draft.place(line, column), 'straight quotation marks or none', 'typographic ones', {
      level: 'warning',
      path,
    });
  draft.answer(path, { text: inner ?? cell, line, column });
}

function loseAll(student: string, drafts: readonly SubmissionDraft[]): void {
  const lines = drafts.map(({ at }) => at.line).join(' and ');
  for (const draft of drafts) {
    draft.note(draft.at, 'one row a student', `rows of ${student} on lines ${lines}`, {
      path: 'student',
      hint: 'Neither counts until a person has looked.',
    });
    for (const [path, written] of [...draft.answers]) draft.lose(path, written);
  }
}
