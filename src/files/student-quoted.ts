import { readQuoted } from './quoted.js';
import { showText } from './show.js';
import { isSignificant, type Line } from './student-lines.js';
import { keysOf, type Span, type Value } from './student-span.js';

/** A quoted text, perhaps over several lines; null where the quotes are part of what was typed. */
export function readQuotedValue(
  lines: readonly Line[],
  rest: string,
  span: Span,
  below: number,
): Value | null {
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
