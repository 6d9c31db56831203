import type { WrittenAnswer } from '../../../problem/submission.js';
import { inlineEntries } from '../inline-map.js';
import type { LineCursor } from './line-cursor.js';
import { limits } from '../../limits.js';
import { showText } from '../../show.js';
import { hasOddIndent, type Key, type Line } from './student-lines.js';
import type { Nesting, Value } from './student-span.js';
import { readValue } from './student-value.js';
import type { SubmissionDraft } from '../submission-draft.js';

type TextValue = Value & { kind: 'text' };
const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Reads what stands below `answers:` into a draft. */
export class AnswersReader {
  /** The answer read last: a line that belongs nowhere casts doubt on it. */
  private last: (WrittenAnswer & { path: string }) | null = null;
  private oddIndentNoted = false;

  constructor(
    private readonly cursor: LineCursor,
    private readonly draft: SubmissionDraft,
  ) {}

  /** The keys of one level; they end where a line is indented no deeper than `outer`. */
  readMapping(outer: number, path: string, depth: number): void {
    const { cursor, draft } = this;
    const base = cursor.peek()!.indent;
    for (let line = cursor.peek(); line && line.indent > outer; line = cursor.peek()) {
      const key = cursor.keyOf(line);
      if (!key) {
        this.stray(line);
        continue;
      }
      const below = join(path, key.key);
      const place = cursor.placeOf(line);
      draft.meet(below, place);
      if (line.indent < base)
        draft.note(place, `${base} blanks before it, like the names above`, `${line.indent}`, {
          level: 'warning',
          path: below,
        });
      this.checkIndent(line, below);
      this.readEntry(line, key, below, depth);
    }
  }

  private readEntry(line: Line, key: Key, path: string, depth: number): void {
    const { cursor } = this;
    const nesting: Nesting = depth >= limits.answerDepth ? 'no' : depth === 1 ? 'any' : 'ids';
    const value = readValue(cursor.lines, cursor.next, key, nesting);
    cursor.previous = line;
    cursor.next = value.next;
    if (value.kind === 'mapping') this.readMapping(line.indent, path, depth + 1);
    else if (value.kind === 'broken') this.lose(path, value);
    else if (depth > 1 || !this.readInline(value, path, 2)) this.answer(path, value);
  }

  /** A mapping on one line where no answer can stand: questions, or the parts of one. */
  readInline(value: TextValue, path: string, depth: number): boolean {
    const entries = inlineEntries(value.text);
    if (!entries) return false;
    for (const { key, text, offset } of entries) {
      const below = join(path, key);
      const inner: TextValue = { ...value, text, column: value.column + offset };
      this.draft.meet(below, this.draft.place(inner.line, inner.column));
      if (depth > 1 || !this.readInline(inner, below, depth + 1)) this.answer(below, inner);
    }
    return true;
  }

  /** A line that is no answer: the one above may have been meant to go on, so a person has to look at it. */
  stray(line: Line): void {
    const { last, draft } = this;
    draft.note(this.cursor.placeOf(line), '`name: answer`', showText(line.text), {
      path: last?.path ?? '',
      hint: last ? 'The answer above waits for a person. Indent its lines deeper than its name.' : '',
    });
    if (last) draft.lose(last.path, last);
    this.cursor.next += 1;
  }

  private answer(path: string, { line, column, text, oddity }: TextValue): void {
    const place = this.draft.place(line, column);
    if (oddity === 'backslash')
      this.draft.note(place, 'backslashes outside double quotes', showText(text), {
        level: 'warning',
        path,
        hint: 'Double quotes eat backslashes; it was read as typed. Use single quotes or none.',
      });
    if (oddity === 'smart-quotes')
      this.draft.note(place, 'straight quotation marks or none', 'typographic ones', {
        level: 'warning',
        path,
      });
    this.draft.answer(path, { text, line, column });
    this.last = { path, text, line, column };
  }

  private lose(path: string, value: Value & { kind: 'broken' }): void {
    const { line, column, text, expected, found, hint, swallowed } = value;
    this.draft.note(this.draft.place(line, column), expected, found, { path, hint });
    const parent = path.slice(0, path.lastIndexOf('.') + 1);
    const written = { text, line, column };
    for (const lost of [path, ...swallowed.flatMap((key) => [`${parent}${key}`, `${path}.${key}`])])
      this.draft.lose(lost, written);
    this.last = null;
  }

  /** Tabs are read as indentation where every width of a tab gives the same nesting. */
  private checkIndent(line: Line, path: string): void {
    const { cursor, draft, last } = this;
    const { previous } = cursor;
    if (!hasOddIndent(line)) {
      if (!previous || !hasOddIndent(previous)) return;
    } else if (!this.oddIndentNoted) {
      this.oddIndentNoted = true;
      draft.note(cursor.placeOf(line), 'blanks before a name', 'a tab or no-break blank', {
        level: 'warning',
        path,
        hint: 'Read as indentation. Use blanks.',
      });
    }
    if (!previous || Math.sign(line.indent - previous.indent) === Math.sign(line.blanks - previous.blanks))
      return;
    draft.note(cursor.placeOf(line), 'tabs or blanks before names, not both', 'a mixture', {
      path,
      hint: 'It cannot be told whether this line is indented deeper than the one above.',
    });
    draft.lose(path, { text: line.text, line: line.number, column: line.blanks + 1 });
    if (last) draft.lose(last.path, last);
  }
}
