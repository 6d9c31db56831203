import { GivenError } from '../../engine/domain-error.js';
import type { LayerMapping } from './layer-given.js';
import { aliases, kindNames, notations, plain, single, sized, sizesOf } from './notations.js';
import type { Notation, Sizes } from './notations.js';

export type Path = readonly (string | number)[];

/** A layer read from a text; `rank` is the 2 of `Conv2D`. */
export interface ReadLayer {
  readonly layer: LayerMapping;
  readonly rank?: number;
}

const unreadable = (path: Path, text: string, hint: string): GivenError =>
  new GivenError(path, `the layer "${text}" cannot be read`, hint);

function readFields(text: string, notation: Notation, fail: (hint: string) => GivenError): LayerMapping {
  const fields = new Map<string, Sizes>();
  const field = /(\d{1,5}(?:[x×]\d{1,5}){0,2})([a-z]) ?/gy;
  let end = 0;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const letter = match[2]!;
    if (!notation.letters.includes(letter)) break;
    if (fields.has(letter)) throw fail(`The letter ${letter} stands twice. Write ${notation.example}.`);
    fields.set(letter, single(sizesOf(match[1]!)));
    end = field.lastIndex;
  }
  const rest = text.slice(end);
  if (rest !== '' && !(notation.padsByWord && (rest === 'same' || rest === 'valid')))
    throw fail(
      `Write numbers before the letters ${[...notation.letters].join(', ')}, such as ${notation.example}.`,
    );
  for (const letter of notation.required)
    if (!fields.has(letter))
      throw fail(`A number before ${letter} is missing. Write, say, ${notation.example}.`);
  for (const [letter, value] of fields)
    if (!'po'.includes(letter) && [value].flat().includes(0))
      throw fail(`The number before ${letter} must be at least 1.`);
  return notation.layer(fields, rest === 'same' || rest === 'valid' ? rest : undefined);
}

/** Reads `Conv2D 16c5w1s0p`, `(1 : Conv2D)16c5w1s0p`, `MaxPool2D 2w2s`, `FC 160`, `ReLU`; throws a GivenError. */
export function readCompactLayer(text: string, path: Path): ReadLayer {
  const compact = text.trim().replace(/\s+/g, ' ');
  const fail = (hint: string): GivenError => unreadable(path, compact, hint);
  if (/^\d+(?:[x×]\d+)*[a-z]/.test(compact)) {
    if (/\dc/.test(compact)) return { layer: readFields(compact, notations.get('conv')!, fail) };
    throw fail(`Say what it is, as in "MaxPool2D ${compact}".`);
  }
  const parts =
    /^\(?(?:\d{1,3} ?: ?)?([A-Za-z][A-Za-z-]*?)(?:[ -]?([123])[Dd](?=[ )]|$|\d))?\)? ?((?:\d.*)?)$/.exec(
      compact,
    );
  if (!parts)
    throw fail('Write a kind and its numbers, such as "Conv2D 16c5w1s0p", "MaxPool2D 2w2s" or "FC 160".');
  const word = parts[1]!.toLowerCase().replaceAll('-', '');
  const numbers = parts[3]!.toLowerCase();
  const rank = parts[2] === undefined ? {} : { rank: Number(parts[2]) };
  const simple = plain.get(word);
  if (simple) {
    if (numbers !== '' && word !== 'dropout') throw fail(`${parts[1]} takes no numbers.`);
    return { layer: simple, ...rank };
  }
  const withSize = sized.get(word);
  if (withSize) {
    if (!/^[1-9]\d{0,4}(?:[x×][1-9]\d{0,4}){0,2}$/.test(numbers))
      throw fail(`Write ${parts[1]} and a size, such as "FC 160".`);
    return { layer: withSize(sizesOf(numbers)), ...rank };
  }
  const notation = notations.get(aliases.get(word) ?? '');
  if (!notation) throw fail(`Known kinds: ${kindNames}.`);
  return { layer: readFields(numbers, notation, fail), ...rank };
}
