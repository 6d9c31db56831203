import { readQuoted } from '../quoted.js';
import { withoutComment } from '../join-list.js';

/** An entry of a mapping written on one line, with where its value starts in the text. */
export interface InlineEntry {
  readonly key: string;
  readonly text: string;
  readonly offset: number;
}

const keyPattern = /^[ \t]*(?:([\p{L}\p{N}_.-]{1,100})|"([^"\\]{1,100})"|'([^']{1,100})')[ \t]*:[ \t]*/u;

/** Ranges between the commas that stand outside inner brackets and quotes. */
function pieces(inner: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let index = 0; index <= inner.length; index++) {
    const character = inner[index];
    if (character === undefined || (character === ',' && depth === 0 && quote === '')) {
      found.push({ start, end: index });
      start = index + 1;
    } else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (
      (character === '"' || character === "'") &&
      /[ \t,:[{(]$/.test(inner.slice(Math.max(0, index - 1), index))
    )
      quote = character;
    else if ('[{('.includes(character)) depth += 1;
    else if (')}]'.includes(character)) depth = Math.max(0, depth - 1);
  }
  return found;
}

/** `{ a: 3x3, b: - }` taken apart; null for what is no such mapping, has a key twice, or does not close. */
export function inlineEntries(text: string): InlineEntry[] | null {
  const source = text.endsWith('}') ? text : withoutComment(text);
  if (!source.startsWith('{') || !source.endsWith('}') || source.length < 2) return null;
  const inner = source.slice(1, -1);
  const entries: InlineEntry[] = [];
  const keys = new Set<string>();
  for (const { start, end } of pieces(inner)) {
    const piece = inner.slice(start, end);
    if (piece.trim() === '' && end === inner.length) continue;
    const match = keyPattern.exec(piece);
    const before = entries.at(-1);
    if (!match) {
      // A comma inside a value, as in { a: 1,5, b: 2 }, belongs to the value.
      if (!before) return null;
      entries[entries.length - 1] = { ...before, text: `${before.text},${piece.trimEnd()}` };
      continue;
    }
    const key = match[1] ?? match[2] ?? match[3]!;
    if (keys.has(key)) return null;
    keys.add(key);
    entries.push({ key, text: piece.slice(match[0].length).trim(), offset: 1 + start + match[0].length });
  }
  return entries.length === 0 ? null : entries.map(unquote);
}

function unquote(entry: InlineEntry): InlineEntry {
  if (!/^["']/.test(entry.text)) return entry;
  const quoted = readQuoted(entry.text);
  return quoted.state === 'closed' ? { ...entry, text: quoted.text } : entry;
}

/** The cells of a table's row written as `{ a: 3x3, b: - }`; null where the text is something else. */
export function splitInlineMap(text: string): Map<string, string> | null {
  const entries = inlineEntries(text.trim());
  return entries && new Map(entries.map(({ key, text: value }) => [key, value]));
}
