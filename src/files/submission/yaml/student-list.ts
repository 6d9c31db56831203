import { joinList, withoutComment } from '../../join-list.js';
import { limits } from '../../limits.js';
import { readQuoted } from '../../quoted.js';
import { isListItem, type Line } from './student-lines.js';

/** The source of a list on several lines, as one text in brackets; null where lists nest too deep. */
export function readList(lines: readonly Line[], depth = 0): string | null {
  if (depth >= limits.depth) return null;
  const base = lines[0]!.indent;
  const items: Line[][] = [];
  for (const line of lines)
    if (isListItem(line) && line.indent <= base) items.push([afterDash(line)]);
    else items.at(-1)!.push(line);
  const texts: string[] = [];
  for (const item of items) {
    const text = readItem(item, depth);
    if (text === null) return null;
    texts.push(text);
  }
  return joinList(texts);
}

function afterDash(line: Line): Line {
  const rest = line.text.slice(1);
  const text = rest.trimStart();
  const moved = 1 + rest.length - text.length;
  return { ...line, indent: line.indent + moved, blanks: line.blanks + moved, text };
}

function readItem(item: readonly Line[], depth: number): string | null {
  const lines = item.filter(({ text }) => text !== '');
  if (lines.length > 0 && isListItem(lines[0]!)) return readList(lines, depth + 1);
  const text = lines.map((line) => withoutComment(line.text)).join(' ');
  if (!/^["']/.test(text)) return text;
  const quoted = readQuoted(text);
  return quoted.state === 'closed' ? quoted.text : text;
}
