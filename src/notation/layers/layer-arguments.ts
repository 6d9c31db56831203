import { quote, Unreadable } from '../unreadable.js';
import { plain } from './compact-kinds.js';
import type { Slot } from './layer-names.js';
import { isSize, type LayerToken, type NumberToken } from './layer-tokens.js';

export type SlotValue = NumberToken | 'same' | 'valid' | 'yes' | 'no';

/** What the words and numbers of one layer say, before its kind gives the numbers their places. */
export interface LayerArguments {
  /** Name of the kind; undefined where only arguments were read. */
  readonly kind: string | undefined;
  readonly rank: number | undefined;
  /** Numbers without a word of their own, in order. */
  readonly positional: readonly NumberToken[];
  readonly slots: ReadonlyMap<Slot, SlotValue>;
  /** Activations named beside the layer. */
  readonly activations: readonly string[];
}

/** The tokens of one layer on their way to arguments. */
interface Gathering {
  readonly tokens: readonly LayerToken[];
  /** What `n_classes` stands for. */
  readonly classes: number | undefined;
  readonly positional: NumberToken[];
  readonly slots: Map<Slot, SlotValue>;
  readonly activations: string[];
  kind?: { readonly name: string; readonly rank?: number };
  at: number;
  /** Whether the last number stands right before, so that a word may claim it. */
  pending: boolean;
  /** Whether a "no" or "without" stands before. */
  denied: boolean;
}

const isActivation = (name: string): boolean => plain.get(name)?.activation !== undefined;
const number = (value: number): NumberToken => ({ is: 'number', numbers: [value], joinedBy: 'x' });

/** Slots whose number stands before the word as often as after it: "32 filters". */
const counted: ReadonlySet<Slot> = new Set(['out', 'inputs']);
/** Slots that are set or not. */
const flags: ReadonlySet<Slot> = new Set(['bias', 'affine', 'ceil']);

const names: Partial<Record<Slot, string>> = { out: 'the number of outputs', inputs: 'the number of inputs' };
const nameOf = (slot: Slot): string => names[slot] ?? slot;

function numberAt({ tokens, classes }: Gathering, place: number): NumberToken | undefined {
  const token = tokens[place];
  if (token?.is === 'number') return token;
  return token?.is === 'classes' && classes !== undefined ? number(classes) : undefined;
}

/** The value of a slot that is set by a word: `same`, `bias=False`, "no padding". */
function wordFor(slot: Slot, g: Gathering): SlotValue | undefined {
  const next = g.tokens[g.at];
  const word = next?.is === 'value' ? next.value : undefined;
  if (flags.has(slot)) {
    if (word !== undefined) g.at++;
    return g.denied || word === 'false' || word === 'no' ? 'no' : 'yes';
  }
  if (slot !== 'padding') return undefined;
  if (g.denied) return number(0);
  if (word !== 'same' && word !== 'valid') return undefined;
  g.at++;
  return word;
}

/** The number of a slot: the one after its word, or before it where that is how it is said. */
function numberFor(slot: Slot, g: Gathering, assigned: boolean, pending: boolean): NumberToken | undefined {
  const before = pending ? g.positional.at(-1) : undefined;
  const after = numberAt(g, g.at);
  if (before && !assigned && (counted.has(slot) || !after || isSize(before))) return g.positional.pop();
  if (after) g.at++;
  return after;
}

/** Gives a slot its value; what is wrong with it otherwise. */
function fillSlot(slot: Slot, g: Gathering, pending: boolean): string | undefined {
  const sign = g.tokens[g.at];
  const assigned = sign?.is === 'sign' && '=:'.includes(sign.sign);
  if (assigned) g.at++;
  const next = g.tokens[g.at];
  if (slot === 'ignored' || next?.is === 'other-number') {
    if (assigned && next !== undefined && next.is !== 'sign' && slot === 'ignored') g.at++;
    return undefined;
  }
  if (g.slots.has(slot) && g.slots.get(slot) !== 'same') return `${nameOf(slot)} is said twice`;
  const value = wordFor(slot, g) ?? numberFor(slot, g, assigned, pending);
  if (value) g.slots.set(slot, value);
  else if (!(slot === 'padding' && g.slots.has(slot))) return `${nameOf(slot)} has no number`;
  return undefined;
}

/** Kinds that take rates, slopes, and the −1 of a view. */
const takesOtherNumbers = (name: string): boolean => {
  const record = plain.get(name);
  return record !== undefined && record['global-pool'] === undefined;
};

/** Takes in one token; what is wrong with it otherwise. */
function take(token: LayerToken, g: Gathering): string | undefined {
  const { pending } = g;
  g.pending = false;
  switch (token.is) {
    case 'kind':
      if (g.kind && isActivation(token.name)) g.activations.push(token.name);
      else if (g.kind) return 'there are two layers; write one a line';
      else g.kind = token;
      g.pending = pending;
      return undefined;
    case 'pool':
      return 'say which pooling it is: max or average';
    case 'slot': {
      const fault = fillSlot(token.slot, g, pending);
      g.denied = false;
      return fault;
    }
    case 'number':
    case 'classes': {
      const read = numberAt(g, g.at - 1);
      if (!read) return 'write the number of classes in digits';
      g.positional.push(read);
      g.pending = true;
      return undefined;
    }
    case 'value':
      if (token.value === 'no') g.denied = true;
      if (token.value === 'same' || token.value === 'valid') g.slots.set('padding', token.value);
      return undefined;
    case 'other-number':
      return g.kind && takesOtherNumbers(g.kind.name) ? undefined : `${quote(token.text)} is no size`;
    default:
      return undefined;
  }
}

/** Gathers the arguments of one layer; `classes` is what `n_classes` stands for. */
export function gatherArguments(
  tokens: readonly LayerToken[],
  text: string,
  classes: number | undefined,
): LayerArguments | Unreadable {
  const g: Gathering = {
    tokens,
    classes,
    positional: [],
    slots: new Map(),
    activations: [],
    at: 0,
    pending: false,
    denied: false,
  };
  while (g.at < tokens.length) {
    const fault = take(tokens[g.at++]!, g);
    if (fault !== undefined) return new Unreadable(`in ${quote(text)}, ${fault}`);
  }
  const { kind, positional, slots, activations } = g;
  return { kind: kind?.name, rank: kind?.rank, positional, slots, activations };
}
