import { kindsOf } from '../../engine/layers/layer-record.js';
import type { LayerRecord } from '../../engine/layers/layer-record.js';
import type { Stated } from '../../engine/layers/resolve-layer.js';
import { readableText } from '../characters.js';
import { quote, Unreadable } from '../unreadable.js';
import { buildLayer } from './build-layer.js';
import type { CallStyle } from './build-window-layer.js';
import { plain } from './compact-kinds.js';
import { readCompactLayer } from './compact-layer.js';
import { gatherArguments, type LayerArguments } from './layer-arguments.js';
import { layerPieces } from './layer-pieces.js';
import { layerTokens } from './layer-tokens.js';

/** Layers as a student declared them, in order. */
export interface WrittenLayers {
  readonly layers: readonly Stated[];
  /** How something unsaid was understood. */
  readonly notes: readonly string[];
}

const longest = { text: 8_000, layer: 200 };
const mostLayers = 100;
const understood = 'Conv2D 16c5w1s2p, nn.Conv2d(3, 16, 5, padding=2), MaxPool2d(2), ReLU, Flatten, or FC 120';

/** Which order a call's numbers have: by `nn.` or PyTorch's small d, or by words that only Keras has. */
function styleOf(text: string): CallStyle | undefined {
  if (/\bnn\.|[1-3]d\b/.test(text)) return 'torch';
  return /[1-3]D\b/.test(text) ? 'keras' : undefined;
}

const read = (text: string, classes: number | undefined): LayerArguments | Unreadable => {
  const tokens = layerTokens(text);
  return tokens instanceof Unreadable ? tokens : gatherArguments(tokens, text, classes);
};

/** Short form with words after a comma: `Conv2D 16c5w, inputs 3, no bias`. */
function readShort(text: string, classes: number | undefined): Stated | undefined {
  const [head, ...rest] = text.split(',');
  const short = readCompactLayer(head!);
  if (short instanceof Unreadable) return undefined;
  if (rest.length === 0) return short;
  const given = read(rest.join(','), classes);
  if (given instanceof Unreadable || given.kind !== undefined || given.positional.length > 0)
    return undefined;
  const [kind] = kindsOf(short.layer);
  const entries: [string, unknown][] = [];
  for (const [slot, value] of given.slots) {
    if (slot === 'bias' || slot === 'affine') entries.push([slot, value !== 'no']);
    else if (slot === 'ceil') entries.push(['rounding', value === 'yes' ? 'ceil' : 'floor']);
    else if (slot === 'inputs' && typeof value === 'object')
      entries.push([slot, value.numbers.reduce((a, b) => a * b)]);
    else return undefined;
  }
  const part = short.layer[kind!];
  if (given.activations.length > 0 || typeof part !== 'object') return undefined;
  return { ...short, layer: { [kind!]: { ...part, ...Object.fromEntries(entries) } } };
}

const activationOf = (name: string): LayerRecord => plain.get(name)!;

/** One layer with the activations named beside it; none where the text only names the input. */
function readPiece(text: string, classes: number | undefined): WrittenLayers | Unreadable {
  if (text.length > longest.layer)
    return new Unreadable(`a layer is longer than ${longest.layer} characters`);
  const short = readShort(text, classes);
  if (short) return { layers: [short], notes: [] };
  if (/^inputs?\b/i.test(text)) return { layers: [], notes: [] };
  const named = text.replace(/^outputs?\b/i, 'FC');
  const given = read(named, classes);
  if (given instanceof Unreadable) return new Unreadable(`${given.why}; write, say, ${understood}`);
  const { kind, rank, activations } = given;
  if (kind === undefined) {
    if (/identity|linear/i.test(text) && given.positional.length === 0) return { layers: [], notes: [] };
    return new Unreadable(`${quote(text)} names no layer; write, say, ${understood}`);
  }
  const built = buildLayer({ ...given, kind }, styleOf(text));
  if (typeof built === 'string') return new Unreadable(`${quote(text)} ${built}`);
  return {
    layers: [
      { layer: built.record, ...(rank !== undefined && { rank }) },
      ...activations.map((name) => ({ layer: activationOf(name) })),
    ],
    notes: built.note === undefined ? [] : [`${quote(text)}: ${built.note}`],
  };
}

/**
 * Reads a network's layers as students declare them, one a line or between arrows: in short form, as calls of PyTorch
 * or Keras, or in words; `classes` is what `n_classes` stands for.
 */
export function readLayers(written: string, classes?: number): WrittenLayers | Unreadable {
  if (written.length > longest.text) return new Unreadable(`it is longer than ${longest.text} characters`);
  const text = readableText(written);
  if (text instanceof Unreadable) return text;
  const pieces = layerPieces(text);
  if (pieces.length > mostLayers) return new Unreadable(`it has more than ${mostLayers} layers`);
  const layers: Stated[] = [];
  const notes: string[] = [];
  for (const piece of pieces) {
    const one = readPiece(piece, classes);
    if (one instanceof Unreadable) return one;
    layers.push(...one.layers);
    notes.push(...one.notes);
  }
  return layers.length === 0
    ? new Unreadable(`there is no layer in it; write, say, ${understood}`)
    : { layers, notes };
}
