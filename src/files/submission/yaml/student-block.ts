import type { Line } from './student-lines.js';
import type { Span, Value } from './student-span.js';

/** `|` and `>` with lines below: the lines as typed, without the indentation they share. */
export function readBlock(lines: readonly Line[], index: number, rest: string, span: Span): Value | null {
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
