import { readQuoted } from '../../quoted.js';
import { showText } from '../../show.js';
import { isSignificant, type Line } from './student-lines.js';
import { keysOf, type Span, type Value } from './student-span.js';

/** A quoted text, perhaps over several lines; null where the quotes are part of what was typed. */
export function readQuotedValue(
  lines: readonly Line[],
  rest: string,
  span: Span,
  indented: number,
): Value | null {
  const alone = readQuoted(rest);
  if (alone.state === 'not-quoted') return null;
  const below = alone.state === 'open' ? pastComments(lines, indented) : indented;
  const more = lines.slice(span.next, below);
  if (alone.state === 'closed' && more.length === 0) return closedValue(alone, span);
  const folded = fold([rest, ...more.map(({ text }) => text)]);
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

/** Inside quotes a line that starts with # is no comment. */
function pastComments(lines: readonly Line[], from: number): number {
  let end = from;
  while (end < lines.length && !isSignificant(lines[end]!)) end += 1;
  return end;
}

const closedValue = ({ text, ateBackslash }: { text: string; ateBackslash: boolean }, span: Span): Value =>
  ateBackslash ? { ...span, kind: 'text', text, oddity: 'backslash' } : { ...span, kind: 'text', text };

const endsEscaped = (line: string): boolean => /(?<!\\)(?:\\\\){0,100}\\$/.test(line.slice(-202));

/** Lines of a quoted text as YAML joins them: by a blank, by the blank lines between, or not at all after a backslash. */
function fold(lines: readonly string[]): string {
  const isDouble = lines[0]!.startsWith('"');
  const parts: string[] = [];
  let breaks = 0;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && line === '') {
      breaks += 1;
      continue;
    }
    const joins = isDouble && breaks === 0 && line !== '' && endsEscaped(lines[at - 1] ?? '');
    if (joins) parts.push(parts.pop()!.slice(0, -1), line);
    else parts.push(at === 0 ? '' : '\n'.repeat(breaks) || ' ', line);
    breaks = 0;
  }
  return parts.join('');
}
