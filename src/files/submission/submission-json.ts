import { FileError, finding, type Place } from '../finding.js';
import { joinList } from '../join-list.js';
import { readJsonTree, type JsonNode } from './json-tree.js';
import { limits } from '../limits.js';
import { readHeading, type Heading } from './submission-heading.js';
import { SubmissionDraft } from './submission-draft.js';
import type { SubmissionFile } from './submission-file.js';
import { placeFinder } from '../text-place.js';

/** Reads a submission in JSON: numbers as their digits stand, lists as one text, `null` as a blank. */
export function readJsonSubmission(file: string, source: string): SubmissionFile {
  const tree = readJsonTree(file, source);
  const placeOf = placeFinder(file, source);
  const place = (offset: number): Place & { line: number; column: number } => {
    const { line, column } = placeOf(offset);
    return { file, line: line!, column: column! };
  };
  if (tree.kind !== 'object')
    throw new FileError(finding(place(tree.offset), '{ "student": …, "answers": { … } }', nameOf(tree)));
  const draft: SubmissionDraft = new SubmissionDraft(place(tree.offset));
  const met = new Map<string, Place>();
  for (const { key, keyOffset, value } of tree.entries) {
    const at = place(keyOffset);
    if (!isHeading(key) && key !== 'answers') {
      if (key !== '$schema') draft.unknownKey(key, at);
      continue;
    }
    const first = met.get(key);
    if (first)
      draft.refuse(at, `"${key}" once`, `a second one, the first is at ${first.line}:${first.column}`);
    met.set(key, at);
    if (key === 'answers') {
      if (value.kind !== 'object')
        draft.refuse(place(value.offset), 'questions: { "q1": { "a": "…" } }', nameOf(value), { path: key });
      readEntries(draft, place, value, '', 1);
    } else if (value.kind === 'object' || value.kind === 'list')
      draft.refuse(place(value.offset), 'one text', nameOf(value), { path: key });
    else readHeading(draft, key, textOf(value), place(value.offset));
  }
  if (!met.has('answers')) draft.refuse(draft.at, '"answers"', 'none');
  return draft.finish();
}

const isHeading = (key: string): key is Heading =>
  ['student', 'submitted', 'source', 'variant'].includes(key);

const nameOf = ({ kind }: JsonNode): string =>
  kind === 'object'
    ? 'a mapping'
    : kind === 'list'
      ? 'a list'
      : kind === 'text'
        ? 'a text'
        : 'a single value';

type Located = (offset: number) => Place & { line: number; column: number };

function readEntries(
  draft: SubmissionDraft,
  place: Located,
  { entries }: Extract<JsonNode, { kind: 'object' }>,
  above: string,
  depth: number,
): void {
  for (const { key, keyOffset, value } of entries) {
    const path = above === '' ? key : `${above}.${key}`;
    const { line, column } = place(value.offset);
    draft.meet(path, place(keyOffset));
    if (value.kind === 'object') {
      if (depth < limits.answerDepth) {
        readEntries(draft, place, value, path, depth + 1);
        continue;
      }
      draft.note(place(value.offset), `at most ${limits.answerDepth} names in one another`, 'more', { path });
      draft.lose(path, { text: '{…}', line, column });
      continue;
    }
    if (value.kind === 'text' && value.ateBackslash)
      draft.note(place(value.offset), 'each backslash twice', 'one that JSON takes for an escape', {
        level: 'warning',
        path,
        hint: 'It was read as typed.',
      });
    draft.answer(path, { text: textOf(value), line, column });
  }
}

/** A value as one text, as a student would write it on a line. */
function textOf(node: JsonNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'word') return node.text === 'null' ? '' : node.text;
  if (node.kind === 'list') return joinList(node.items.map(textOf));
  return `{ ${node.entries.map(({ key, value }) => `${key}: ${textOf(value)}`).join(', ')} }`;
}
