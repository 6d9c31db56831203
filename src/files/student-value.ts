import { bracketBalance, withoutComment } from './join-list.js';
import { limits } from './limits.js';
import { readQuoted, unwrapSmartQuotes } from './quoted.js';
import { showText } from './show.js';
import { idKey, isListItem, isSignificant, splitKey, type Key, type Line } from './student-lines.js';
import { readList } from './student-list.js';

interface Span {
  readonly line: number;
  readonly column: number;
  /** Index of the first line after the value. */
  readonly next: number;
}
export type Value =
  | (Span & { readonly kind: 'text'; readonly text: string; readonly oddity?: 'backslash' | 'smart-quotes' })
  /** Keys follow; `next` is the first of their lines. */
  | (Span & { readonly kind: 'mapping' })
  | (Span & {
      readonly kind: 'broken';
      readonly text: string;
      readonly expected: string;
      readonly found: string;
      readonly hint: string;
      /** Keys on lines that cannot be told from the value. */
      readonly swallowed: readonly string[];
    });

/** Which keys below a key make a mapping: none, any, or only ids (prose with colons stays text). */
export type Nesting = 'no' | 'any' | 'ids';

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
  if (nesting === 'any') return splitKey(first.text) !== null;
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

/** `|` and `>` with lines below: the lines as typed, without the indentation they share. */
function readBlock(lines: readonly Line[], index: number, rest: string, span: Span): Value | null {
  const header = /^[|>](?:[-+]?([1-9])?[-+]?)(?:[ \t]+#.*)?$/.exec(rest);
  if (!header) return null;
  const { indent } = lines[index]!;
  let end = index + 1;
  for (let at = index + 1; at < lines.length && (lines[at]!.text === '' || lines[at]!.indent > indent); at++)
    if (lines[at]!.text !== '') end = at + 1;
  const body = lines.slice(index + 1, end);
  if (body.length === 0) return rest[0] === '>' ? null : { ...span, kind: 'text', text: '' };
  const filled = body.filter(({ text }) => text !== '');
  const shared = Math.min(...filled.map(({ blanks }) => blanks));
  const stated = header[1] === undefined ? shared : Math.min(shared, indent + Number(header[1]));
  const text = body.map((line) => line.raw.slice(stated).trimEnd()).join('\n');
  return { kind: 'text', text, line: filled[0]!.number, column: stated + 1, next: end };
}

/** A quoted text, perhaps over several lines; null where the quotes are part of what was typed. */
function readQuotedValue(lines: readonly Line[], rest: string, span: Span, below: number): Value | null {
  const more = lines.slice(span.next, below);
  const alone = readQuoted(rest);
  if (alone.state === 'not-quoted') return null;
  if (alone.state === 'closed' && more.length === 0) return closedValue(alone, span);
  const folded = [rest, ...more.map(({ text }) => text || '\n')].join(' ').replaceAll(/ ?\n ?/g, '\n');
  const whole = alone.state === 'open' ? readQuoted(folded) : alone;
  const place = { ...span, next: Math.max(below, span.next) };
  if (alone.state === 'open' && whole.state === 'closed') return closedValue(whole, place);
  return {
    ...place,
    kind: 'broken',
    text: folded,
    expected: alone.state === 'open' ? `a closing ${rest[0]}` : 'nothing more after the quoted text',
    found: alone.state === 'open' ? showText(rest) : showText(more.find(isSignificant)!.text),
    hint: 'Quotation marks are not needed; leave them out.',
    swallowed: keysOf(more),
  };
}

const closedValue = ({ text, ateBackslash }: { text: string; ateBackslash: boolean }, span: Span): Value =>
  ateBackslash ? { ...span, kind: 'text', text, oddity: 'backslash' } : { ...span, kind: 'text', text };

const keysOf = (lines: readonly Line[]): string[] => lines.flatMap(({ text }) => idKey(text) ?? []);

function readPlain(lines: readonly Line[], indent: number, rest: string, span: Span, below: number): Value {
  let next = below;
  if (below === span.next || bracketBalance(rest) > 0)
    next = closingLines(lines, indent, rest, span.next, below);
  if (next === span.next) {
    const inner = unwrapSmartQuotes(rest);
    if (inner !== null) return { ...span, kind: 'text', text: inner, oddity: 'smart-quotes' };
    return { ...span, kind: 'text', text: rest };
  }
  const more = lines.slice(span.next, next).filter(isSignificant);
  const parts = [rest, ...more.map(({ text }) => text)];
  const text = joinLines(parts);
  const swallowed = keysOf(more);
  const closes = bracketBalance(rest) > 0 && bracketBalance(parts.join('')) <= 0;
  if (swallowed.length === 0 || closes) return { ...span, kind: 'text', text, next };
  return {
    ...span,
    next,
    kind: 'broken',
    text,
    expected: 'one answer',
    found: `${showText(rest)} and ${showText(more[0]!.text)} below it`,
    hint: 'Indent each name like the names beside it.',
    swallowed,
  };
}

/** Takes in lines no deeper than the key as long as a bracket is open and they start no other answer. */
function closingLines(
  lines: readonly Line[],
  indent: number,
  rest: string,
  from: number,
  below: number,
): number {
  let open = bracketBalance(rest);
  for (let at = from; at < below; at++) open += bracketBalance(lines[at]!.text);
  let end = below;
  for (let at = below; open > 0 && at < lines.length; at++) {
    const line = lines[at]!;
    if (!isSignificant(line)) continue;
    if (line.indent < indent || splitKey(line.text) !== null) break;
    open += bracketBalance(line.text);
    end = at + 1;
  }
  return open > 0 ? below : end;
}

/** Lines of one answer: a line break inside brackets is a blank, elsewhere it stays (a matrix row by row). */
function joinLines(parts: readonly string[]): string {
  let text = '';
  let open = 0;
  for (const [at, part] of parts.entries()) {
    const typed =
      open > 0 || (at < parts.length - 1 && bracketBalance(part) > 0) ? withoutComment(part) : part;
    if (at > 0) text += open > 0 ? ' ' : '\n';
    text += typed;
    open += bracketBalance(typed);
  }
  return text;
}
