import type { LayerRecord, Sizes } from '../../engine/layers/layer-record.js';
import type { Stated } from '../../engine/layers/resolve-layer.js';
import { Unreadable } from '../unreadable.js';
import { aliases, kindNames, notations, plain, single, sized, sizesOf } from './compact-kinds.js';
import type { Notation } from './compact-kinds.js';

function readFields(text: string, notation: Notation): LayerRecord | Unreadable {
  const fields = new Map<string, Sizes>();
  const field = /(\d{1,5}(?:[x×]\d{1,5}){0,2})([a-z]) ?/gy;
  let end = 0;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const letter = match[2]!;
    if (!notation.letters.includes(letter)) break;
    if (fields.has(letter))
      return new Unreadable(`The letter ${letter} stands twice. Write ${notation.example}.`);
    fields.set(letter, single(sizesOf(match[1]!)));
    end = field.lastIndex;
  }
  const rest = text.slice(end);
  if (rest !== '' && !(notation.padsByWord && (rest === 'same' || rest === 'valid')))
    return new Unreadable(
      `Write numbers before the letters ${[...notation.letters].join(', ')}, such as ${notation.example}.`,
    );
  for (const letter of notation.required)
    if (!fields.has(letter))
      return new Unreadable(`A number before ${letter} is missing. Write, say, ${notation.example}.`);
  for (const [letter, value] of fields)
    if (!'po'.includes(letter) && [value].flat().includes(0))
      return new Unreadable(`The number before ${letter} must be at least 1.`);
  return notation.layer(fields, rest === 'same' || rest === 'valid' ? rest : undefined);
}

const stated = (layer: LayerRecord | Unreadable, rank: { rank?: number } = {}): Stated | Unreadable =>
  layer instanceof Unreadable ? layer : { layer, ...rank };

const longest = 200;

/** Reads `Conv2D 16c5w1s0p`, `(1 : Conv2D)16c5w1s0p`, `MaxPool2D 2w2s`, `FC 160`, `ReLU`; a refusal says what to write. */
export function readCompactLayer(text: string): Stated | Unreadable {
  if (text.length > longest) return new Unreadable(`A layer is at most ${longest} characters.`);
  const compact = text.trim().replace(/\s+/g, ' ');
  if (/^\d+(?:[x×]\d+)*[a-z]/.test(compact)) {
    if (/\dc/.test(compact)) return stated(readFields(compact, notations.get('conv')!));
    return new Unreadable(`Say what it is, as in "MaxPool2D ${compact}".`);
  }
  const parts =
    /^\(?(?:\d{1,3} ?: ?)?([A-Za-z][A-Za-z-]*?)(?:[ -]?([123])[Dd](?=[ )]|$|\d))?\)? ?((?:\d.*)?)$/.exec(
      compact,
    );
  if (!parts)
    return new Unreadable(
      'Write a kind and its numbers, such as "Conv2D 16c5w1s0p", "MaxPool2D 2w2s" or "FC 160".',
    );
  const word = parts[1]!.toLowerCase().replaceAll('-', '');
  const numbers = parts[3]!.toLowerCase();
  const rank = parts[2] === undefined ? {} : { rank: Number(parts[2]) };
  const simple = plain.get(word);
  if (simple) {
    if (numbers !== '' && word !== 'dropout') return new Unreadable(`${parts[1]} takes no numbers.`);
    return { layer: simple, ...rank };
  }
  const withSize = sized.get(word);
  if (withSize) {
    const sizes = sizesOf(numbers);
    if (!/^[1-9]\d{0,4}(?:[x×][1-9]\d{0,4}){0,2}$/.test(numbers) || sizes.length > withSize.most)
      return new Unreadable(`Write ${parts[1]} and a size, such as "FC 160".`);
    return { layer: withSize.layer(sizes), ...rank };
  }
  const notation = notations.get(aliases.get(word) ?? '');
  if (!notation) return new Unreadable(`Known kinds: ${kindNames}.`);
  return stated(readFields(numbers, notation), rank);
}
