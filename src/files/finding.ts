import { showPlain } from './show.js';

/** A place in a file as a message shows it; lines and columns count from 1, null where the file as a whole is meant. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** What is wrong or odd in a file: place, expected, found, and what to write instead. */
export interface Finding extends Place {
  /** An error keeps something from being used; a warning says how something odd was read. */
  readonly level: 'error' | 'warning';
  /** Keys from the top of the file, joined by dots; empty for the file itself. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly hint: string;
}

export const formatPlace = ({ file, line, column }: Place): string =>
  [showPlain(file), line, column].filter((part) => part !== null).join(':');

/** `file:line:column path: expected …, found …. Hint` */
export const formatFinding = (finding: Finding): string => {
  const { path, expected, found, hint } = finding;
  const subject = path === '' ? formatPlace(finding) : `${formatPlace(finding)} ${showPlain(path)}`;
  return `${subject}: expected ${expected}, found ${found}.${hint === '' ? '' : ` ${hint}`}`;
};

/** Files that cannot be used, with all that is wrong; the message is the formatted findings, fit for a reader. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly findings: readonly Finding[];
  constructor(
    readonly finding: Finding,
    ...more: readonly Finding[]
  ) {
    super([finding, ...more].map(formatFinding).join('\n'));
    this.findings = [finding, ...more];
  }
}

/** A finding with nothing but its essentials given. */
export const finding = (
  place: Place,
  expected: string,
  found: string,
  rest: Partial<Pick<Finding, 'level' | 'path' | 'hint'>> = {},
): Finding => ({
  file: place.file,
  line: place.line,
  column: place.column,
  level: 'error',
  path: '',
  expected,
  found,
  hint: '',
  ...rest,
});

export const wholeFile = (file: string): Place => ({ file, line: null, column: null });
