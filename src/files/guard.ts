import { FileError, finding } from './finding.js';
import { limits } from './limits.js';

const marker = /^[&*!][^\s,[\]{}]/;

/** Counts of what makes the YAML parser slow, taken line by line. */
interface Counts {
  keys: number;
  markers: number;
  complexKeys: number;
}

/**
 * Refuses, in one linear pass, YAML that the parser would take seconds over or that has directives. The counts
 * are of marks, not of syntax: prose in a block counts too, so the caps lie far above what people write.
 */
export function guardYaml(file: string, text: string): void {
  const refuse = (line: number, column: number, expected: string, found: string, hint: string): never => {
    throw new FileError(finding({ file, line, column }, expected, found, { hint }));
  };
  if (text.length > limits.textBytes)
    refuse(1, 1, `at most ${limits.textBytes} characters`, `${text.length}`, 'Split the file.');
  const counts: Counts = { keys: 0, markers: 0, complexKeys: 0 };
  const indents: number[] = [];
  const brackets = { depth: 0, deepest: 0, indent: 0 };
  let line = 0;
  let begun = false;
  for (const content of text.split(/\r\n|\r|\n/)) {
    line += 1;
    const indent = content.length - content.trimStart().length;
    const first = content[indent];
    if (first === undefined || first === '#') continue;
    if (!begun && content[0] === '%')
      refuse(line, 1, 'no directives', 'a line that starts with "%"', 'Delete the line.');
    begun = true;
    while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
    indents.push(indent);
    const marks = leadingMarks(content, indent);
    counts.complexKeys += marks.complexKeys;
    countInside(content, marks.end, counts);
    countBrackets(content, indent, brackets);
    const most: readonly (readonly [number, number, string, string])[] = [
      [indents.length, limits.indents, 'indented levels', 'Bring it to fewer levels.'],
      [marks.dashes, limits.depth, 'lists in one another', 'Write nested lists as [[1, 2], [3, 4]].'],
      [brackets.deepest, limits.depth, 'open brackets', 'Close each bracket.'],
      [counts.complexKeys, limits.complexKeys, 'complex keys ("? ")', 'Write name: value.'],
      [counts.keys, limits.keys, 'keys', 'Split the file.'],
      [counts.markers, limits.markers, 'anchors, aliases and tags (&, *, !)', 'Write the values out.'],
    ];
    for (const [count, cap, what, hint] of most)
      if (count > cap) refuse(line, indent + 1, `at most ${cap} ${what}`, 'more', hint);
  }
}

/** The run of "- " and "? " that a line starts with. */
function leadingMarks(content: string, from: number): { end: number; dashes: number; complexKeys: number } {
  let end = from;
  let dashes = 0;
  let complexKeys = 0;
  for (; end < content.length; end++) {
    const character = content[end];
    const after = content[end + 1];
    if (character === ' ' || character === '\t') continue;
    if ((character !== '-' && character !== '?') || (after !== undefined && after !== ' ' && after !== '\t'))
      break;
    if (character === '-') dashes += 1;
    else complexKeys += 1;
  }
  return { end, dashes, complexKeys };
}

function countInside(content: string, from: number, counts: Counts): void {
  for (let index = from; index < content.length; index++) {
    const character = content[index];
    const after = content[index + 1];
    if (character === ':' && (after === undefined || after === ' ')) counts.keys += 1;
    else if (character === '&' || character === '*' || character === '!') {
      const before = content[index - 1];
      const starts = index === from || before === ' ' || before === ',' || before === '[' || before === '{';
      if (starts && marker.test(content.slice(index, index + 2))) counts.markers += 1;
    }
  }
}

/** Prose may leave a bracket open, as [0, 1) does; a line further out than the bracket's own forgets it. */
function countBrackets(
  content: string,
  indent: number,
  brackets: { depth: number; deepest: number; indent: number },
): void {
  if (indent < brackets.indent || (indent === brackets.indent && indent > 0)) brackets.depth = 0;
  for (let index = indent; index < content.length; index++) {
    const character = content[index];
    if (character === '[' || character === '{') {
      if (brackets.depth === 0) brackets.indent = indent;
      brackets.depth += 1;
      brackets.deepest = Math.max(brackets.deepest, brackets.depth);
    } else if (character === ']' || character === '}') brackets.depth = Math.max(0, brackets.depth - 1);
  }
}
