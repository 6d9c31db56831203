import type { WrittenAnswer } from '../../problem/submission.js';
import { finding, formatPlace, type Finding, type Place } from '../finding.js';
import { limits } from '../limits.js';
import { FileError } from '../finding.js';
import { showPlain, showText } from '../show.js';
import type { SubmissionFile } from './submission-file.js';

type Details = Partial<Pick<Finding, 'level' | 'path' | 'hint'>>;

/** Gathers one submission: answers, what was lost, and findings; the same rules for every format. */
export class SubmissionDraft {
  student: string | null = null;
  submitted: string | null = null;
  source: string | null = null;
  variant: string | null = null;
  readonly answers = new Map<string, WrittenAnswer>();
  readonly lost = new Map<string, WrittenAnswer>();
  readonly findings: Finding[] = [];
  private readonly seen = new Map<string, Place>();
  private readonly repeated = new Set<string>();
  private keys = 0;
  private unsaid = 0;

  constructor(readonly at: Place) {}

  place(line: number, column: number): Place {
    return { file: this.at.file, line, column };
  }

  note(place: Place, expected: string, found: string, details: Details = {}): void {
    if (this.findings.length < limits.findings) this.findings.push(finding(place, expected, found, details));
    else this.unsaid += 1;
  }

  refuse(place: Place, expected: string, found: string, details: Details = {}): never {
    throw new FileError(finding(place, expected, found, details));
  }

  /** Remembers a key; one met before takes all answers under it out, with both places named. */
  meet(path: string, place: Place): void {
    if (++this.keys > limits.keys)
      this.refuse(place, `at most ${limits.keys} keys`, 'more', { hint: 'Hand in the answers only.' });
    const first = this.seen.get(path);
    if (first === undefined) {
      this.seen.set(path, place);
      return;
    }
    if (this.underRepeated(path)) return;
    this.repeated.add(path);
    this.note(place, 'each name once', `a second one, the first is at ${formatPlace(first)}`, {
      path,
      hint: 'Neither counts until a person has looked. Keep one.',
    });
  }

  answer(path: string, written: WrittenAnswer): void {
    if (written.text.length > limits.answerLength) {
      this.note(
        this.place(written.line, written.column),
        `an answer of at most ${limits.answerLength} characters`,
        `${written.text.length}`,
        { path },
      );
      this.lose(path, { ...written, text: `${written.text.slice(0, 200)}…` });
    } else if (!this.lost.has(path) && !this.answers.has(path)) this.answers.set(path, written);
  }

  /** Takes an answer out of marking: a person has to look at its text. */
  lose(path: string, written: WrittenAnswer): void {
    this.lost.set(path, this.answers.get(path) ?? this.lost.get(path) ?? written);
    this.answers.delete(path);
  }

  /** A warning about a key at the top that means nothing here. */
  unknownKey(key: string, place: Place): void {
    this.note(place, '`student`, `submitted` or `answers`', showText(key), {
      level: 'warning',
      path: showPlain(key),
      hint: 'It is not read.',
    });
  }

  finish(): SubmissionFile {
    for (const path of [...this.answers.keys()])
      if (this.underRepeated(path)) this.lose(path, this.answers.get(path)!);
    const { at, student, submitted, source, variant, answers, lost } = this;
    const findings =
      this.unsaid === 0
        ? this.findings
        : [...this.findings, finding(at, `at most ${limits.findings} findings`, `${this.unsaid} more`)];
    return { at, student, submitted, source, ...(variant !== null && { variant }), answers, lost, findings };
  }

  private underRepeated(path: string): boolean {
    if (this.repeated.size === 0) return false;
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1))
      if (this.repeated.has(path.slice(0, end))) return true;
    return false;
  }
}
