import { limits } from '../../limits.js';
import { readBlock } from './student-block.js';
import {
  idKey,
  isListItem,
  isSignificant,
  splitKey,
  splitTightKey,
  type Key,
  type Line,
} from './student-lines.js';
import { readList } from './student-list.js';
import { joinLines, readPlain } from './student-plain.js';
import { readQuotedValue } from './student-quoted.js';
import type { Nesting, Span, Value } from './student-span.js';

/** What stands after the key on line `index`: the rest of the line as typed, and the lines that belong to it. */
export function readValue(lines: readonly Line[], index: number, key: Key, nesting: Nesting): Value {
  const line = lines[index]!;
  const rest = line.text.slice(key.end);
  const span = { line: line.number, column: line.blanks + key.end + 1, next: index + 1 };
  const first = rest[0];
  if (first === undefined) return readBelow(lines, index, span, nesting);
  if (first === '|' || first === '>') {
    const block = readBlock(lines, index, rest, span);
    if (block) return block;
  }
  const below = belowKey(lines, index);
  if (first === '#' && (below > index + 1 || /^#([ \t]|$)/.test(rest)))
    return readBelow(lines, index, span, nesting);
  if (first === '"' || first === "'") {
    const quoted = readQuotedValue(lines, rest, span, below);
    if (quoted) return quoted;
  }
  return readPlain(lines, line.indent, rest, span, below);
}

/** End of the lines that are indented deeper than a key; blanks and comments at their end are left. */
function belowKey(lines: readonly Line[], index: number, sameIndentList = false): number {
  const { indent } = lines[index]!;
  let end = index + 1;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (!isSignificant(line)) continue;
    if (line.indent <= indent && !(sameIndentList && line.indent === indent && isListItem(line))) break;
    end = at + 1;
  }
  return end;
}

function readBelow(lines: readonly Line[], index: number, span: Span, nesting: Nesting): Value {
  const blank: Value = { ...span, kind: 'text', text: '' };
  let start = index + 1;
  while (start < lines.length && !isSignificant(lines[start]!)) start += 1;
  if (start === lines.length) return blank;
  const { indent } = lines[index]!;
  const first = lines[start]!;
  if (first.indent < indent || (first.indent === indent && !isListItem(first))) return blank;
  const next = belowKey(lines, index, first.indent === indent);
  const body = lines.slice(start, next).filter(isSignificant);
  const place = { line: first.number, column: first.blanks + 1, next };
  if (isListItem(first) && body.some(({ text }) => text !== '-')) return listValue(body, place);
  if (isMapping(body, nesting)) return { ...place, kind: 'mapping', next: start };
  if (/^["']/.test(first.text)) {
    const quoted = readQuotedValue(lines, first.text, { ...place, next: start + 1 }, next);
    if (quoted) return quoted;
  }
  return { ...place, kind: 'text', text: joinLines(body.map(({ text }) => text)) };
}

function isMapping(body: readonly Line[], nesting: Nesting): boolean {
  const first = body[0]!;
  if (nesting === 'no') return false;
  if (nesting === 'any') return (splitKey(first.text) ?? splitTightKey(first.text)) !== null;
  if (idKey(first.text) === null) return false;
  const entries = body.filter(({ indent }) => indent <= first.indent);
  return 2 * entries.filter(({ text }) => idKey(text) !== null).length >= entries.length;
}

function listValue(body: readonly Line[], place: Span): Value {
  const text = readList(body);
  if (text !== null) return { ...place, kind: 'text', text };
  const source = body.map((line) => line.text).join('\n');
  const expected = `at most ${limits.depth} lists in one another`;
  return {
    ...place,
    kind: 'broken',
    text: source,
    expected,
    found: 'more',
    hint: 'Write [[1, 2], [3, 4]].',
    swallowed: [],
  };
}
