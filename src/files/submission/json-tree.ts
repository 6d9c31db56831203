import { FileError, finding } from '../finding.js';
import { limits } from '../limits.js';
import { closingQuote, decodeEscapes } from '../quoted.js';
import { showText } from '../show.js';
import { placeFinder } from '../text-place.js';

/** A JSON value with its source: numbers keep their digits, objects every entry, also repeated ones. */
export type JsonNode =
  | { readonly kind: 'text'; readonly text: string; readonly ateBackslash: boolean; readonly offset: number }
  /** A number, `true`, `false` or `null` as written. */
  | { readonly kind: 'word'; readonly text: string; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[]; readonly offset: number }
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[]; readonly offset: number };
export interface JsonEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: JsonNode;
}

const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|true\b|false\b|null\b/y;
const blanks = /[ \t\r\n]*/y;
const controls = /[\u0000-\u001f]/;

/** Strict JSON (RFC 8259) read with the source kept; throws a FileError with the place of the first fault. */
export function readJsonTree(file: string, source: string): JsonNode {
  const placeOf = placeFinder(file, source);
  let at = 0;
  const refuse = (expected: string): never => {
    const found = at < source.length ? showText(source.slice(at, at + 12)) : 'the end of the file';
    throw new FileError(finding(placeOf(at), expected, found));
  };
  const skip = (): string | undefined => {
    blanks.lastIndex = at;
    blanks.test(source);
    at = blanks.lastIndex;
    return source[at];
  };
  const text = (): JsonNode & { kind: 'text' } => {
    const offset = at;
    const length = closingQuote(source.slice(at, at + limits.textBytes));
    const inner = source.slice(at + 1, at + Math.max(1, length));
    if (length < 0 || controls.test(inner)) return refuse('a text closed on its line');
    at += length + 1;
    const decoded = inner.includes('\\') ? decodeEscapes(inner, true) : inner;
    return { kind: 'text', text: decoded ?? inner, ateBackslash: decoded === null, offset };
  };
  const more = (close: string): boolean => {
    const character = skip();
    if (character !== ',' && character !== close) return refuse(`"," or "${close}"`);
    at += 1;
    return character === ',';
  };
  const entry = (depth: number): JsonEntry => {
    if (skip() !== '"') return refuse('a name in double quotes');
    const key = text();
    if (skip() !== ':') return refuse('":"');
    at += 1;
    return { key: key.text, keyOffset: key.offset, value: value(depth) };
  };
  /** What stands between two brackets. */
  const members = <T>(close: string, member: () => T): T[] => {
    at += 1;
    const found: T[] = [];
    if (skip() === close) {
      at += 1;
      return found;
    }
    do found.push(member());
    while (more(close));
    return found;
  };
  const value = (depth: number): JsonNode => {
    const character = skip();
    const offset = at;
    if (depth > limits.depth) return refuse(`at most ${limits.depth} brackets in one another`);
    if (character === '"') return text();
    if (character === '{') return { kind: 'object', entries: members('}', () => entry(depth + 1)), offset };
    if (character === '[') return { kind: 'list', items: members(']', () => value(depth + 1)), offset };
    word.lastIndex = at;
    const match = word.exec(source);
    if (!match) return refuse('a JSON value');
    at += match[0].length;
    return { kind: 'word', text: match[0], offset };
  };
  const tree = value(0);
  if (skip() !== undefined) refuse('the end of the file');
  return tree;
}
