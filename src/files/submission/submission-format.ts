import { FileError, finding, wholeFile } from '../finding.js';
import { readCsvSubmissions } from './submission-csv.js';
import { readJsonSubmission } from './submission-json.js';
import { readStudentYaml } from './yaml/student-yaml.js';
import type { CsvSubmissions } from './submission-csv.js';

const formats = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json', '.csv': 'csv' } as const;
export type SubmissionFormat = (typeof formats)[keyof typeof formats];

/** Names that systems and editors leave behind; they are no submissions: swap files, locks, backups, thumbnails. */
const leftovers =
  /^(\._.*|\.#.*|#.*#|.*~|~\$.*|\..*\.sw[a-p]|\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX|\.git.*)$/i;
export const isLeftover = (name: string): boolean => leftovers.test(name);

/** The format a file's name announces; null for a name without one of the known endings. */
export function submissionFormat(name: string): SubmissionFormat | null {
  const trimmed = name.trimEnd().toLowerCase();
  const ending = Object.keys(formats).find((end) => trimmed.endsWith(end)) as
    keyof typeof formats | undefined;
  return ending ? formats[ending] : null;
}

/** The file name without its ending: the student, where the file itself names none. */
export const fileStem = (name: string): string => name.trim().replace(/\.[A-Za-z]{1,5}$/, '');

/** Reads the submissions of one file by its name's ending; YAML that starts with a brace is JSON. */
export function readSubmissions(file: string, text: string): CsvSubmissions {
  const format = submissionFormat(file);
  if (format === null)
    throw new FileError(finding(wholeFile(file), 'a .yaml, .json or .csv file', 'another kind of file'));
  if (format === 'csv') return readCsvSubmissions(file, text);
  const isJson = format === 'json' || /^\s{0,100}\{\s{0,100}["}]/.test(text);
  return {
    submissions: [isJson ? readJsonSubmission(file, text) : readStudentYaml(file, text)],
    findings: [],
  };
}
