import { bracketBalance, withoutComment } from '../../join-list.js';
import { unwrapSmartQuotes } from '../../quoted.js';
import { showText } from '../../show.js';
import { isSignificant, splitKey, type Line } from './student-lines.js';
import { keysOf, type Span, type Value } from './student-span.js';

/** A text that is neither quoted nor a block: the rest of the line and the lines that go on from it. */
export function readPlain(
  lines: readonly Line[],
  indent: number,
  rest: string,
  span: Span,
  below: number,
): Value {
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
export function joinLines(parts: readonly string[]): string {
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
