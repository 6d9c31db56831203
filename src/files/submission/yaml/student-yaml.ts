import { LineCursor } from './line-cursor.js';
import { showText } from '../../show.js';
import { AnswersReader } from './student-answers.js';
import { splitLines, type Key, type Line } from './student-lines.js';
import type { Value } from './student-span.js';
import { readValue } from './student-value.js';
import { readHeading, type Heading } from '../submission-heading.js';
import { SubmissionDraft } from '../submission-draft.js';
import type { SubmissionFile } from '../submission-file.js';

const ownKeys = ['student', 'submitted', 'source', 'variant', 'answers'] as const;
type OwnKey = Heading | 'answers';
const topExpected = 'lines such as `student: s001` and `answers:`';
const topHint = 'Lists, brackets, anchors (&) and complex keys (?) have no place at the top of a submission.';

/**
 * Reads a submission in YAML as people write it: an answer is the rest of its line, exactly as typed. One linear
 * pass over the lines, no YAML parser; what YAML reads without surprises is read the same here. Throws a FileError
 * where the structure is lost.
 */
export function readStudentYaml(file: string, text: string): SubmissionFile {
  const draft = new SubmissionDraft({ file, line: 1, column: 1 });
  const cursor = new LineCursor(splitLines(text), draft);
  const answers = new AnswersReader(cursor, draft);
  const met = new Map<OwnKey, Line>();
  startDocument(cursor, draft);
  for (let line = cursor.peek(); line; line = cursor.peek()) {
    if (/^(---|\.\.\.)([ \t]|$)/.test(line.raw)) {
      endDocument(cursor, draft, line);
      break;
    }
    const key = cursor.keyOf(line);
    if (key) readTop(cursor, draft, answers, line, key, met);
    else if (met.size > 0) answers.stray(line);
    else draft.refuse(cursor.placeOf(line), topExpected, showText(line.text), { hint: topHint });
  }
  if (!met.has('answers')) draft.refuse(draft.at, topExpected, 'no `answers:`');
  return draft.finish();
}

function startDocument(cursor: LineCursor, draft: SubmissionDraft): void {
  const line = cursor.peek();
  if (!line) return draft.refuse(draft.at, topExpected, 'no text');
  if (line.text[0] === '%')
    draft.refuse(cursor.placeOf(line), topExpected, showText(line.text), {
      hint: 'Delete lines that start with "%".',
    });
  if (line.raw.trimEnd() === '---') cursor.next += 1;
}

function endDocument(cursor: LineCursor, draft: SubmissionDraft, line: Line): void {
  cursor.next += 1;
  if (cursor.peek())
    draft.refuse(cursor.placeOf(line), 'one submission a file', `another after ${showText(line.raw)}`, {
      hint: 'Hand in one file for each.',
    });
}

function readTop(
  cursor: LineCursor,
  draft: SubmissionDraft,
  answers: AnswersReader,
  line: Line,
  key: Key,
  met: Map<OwnKey, Line>,
): void {
  const name = ownKeys.find((own) => own === key.key) ?? ownKeys.find((own) => own === key.key.toLowerCase());
  if (!name) {
    if (key.key !== '$schema') draft.unknownKey(key.key, cursor.placeOf(line));
    return cursor.skip(line);
  }
  const first = met.get(name);
  if (first)
    draft.refuse(
      cursor.placeOf(line),
      `\`${name}:\` once`,
      `a second one, the first is on line ${first.number}`,
    );
  met.set(name, line);
  const value = readValue(cursor.lines, cursor.next, key, name === 'answers' ? 'any' : 'no');
  cursor.next = value.next;
  cursor.previous = line;
  if (name !== 'answers') readHeadingValue(draft, name, value);
  else if (value.kind === 'mapping') answers.readMapping(line.indent, '', 1);
  else readAnswersLine(draft, answers, value);
}

function readHeadingValue(draft: SubmissionDraft, name: Heading, value: Value): void {
  const place = draft.place(value.line, value.column);
  if (value.kind !== 'text') draft.refuse(place, 'one text', 'something else', { path: name });
  // Unlike an answer, a heading is never meant to hold a comment.
  readHeading(draft, name, value.text.replace(/[ \t]#.*$/s, ''), place);
}

function readAnswersLine(
  draft: SubmissionDraft,
  answers: AnswersReader,
  value: Exclude<Value, { kind: 'mapping' }>,
): void {
  if (value.kind === 'text' && answers.readInline(value, '', 1)) return;
  const found = value.text === '' ? 'nothing' : showText(value.text);
  draft.refuse(draft.place(value.line, value.column), 'questions below it', found, {
    path: 'answers',
    hint: 'Indent them, each as `name: answer`.',
  });
}
