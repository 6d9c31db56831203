import type { LayerRecord } from '../../engine/layers/layer-record.js';
import { buildConvolution, buildPool, type CallStyle } from './build-window-layer.js';
import { aliases, plain, sized } from './compact-kinds.js';
import type { LayerArguments } from './layer-arguments.js';
import type { Slot } from './layer-names.js';
import { isSize, product, type NumberToken } from './layer-tokens.js';
import { countIn, isNumber, learntIn, withOrder, type Built } from './place-numbers.js';

function buildConnected(given: LayerArguments): Built {
  const [first] = given.positional;
  const pair =
    given.positional.length === 1 && first!.numbers.length === 2 && isSize(first!)
      ? first!.numbers.map((one): NumberToken => ({ is: 'number', numbers: [one], joinedBy: 'x' }))
      : given.positional;
  const order: readonly Slot[] =
    pair.length > 1 ? ['inputs', 'out'] : given.slots.has('out') ? ['inputs'] : ['out'];
  const all = withOrder({ ...given, positional: pair }, order);
  if (typeof all === 'string') return all;
  const out = all.get('out');
  if (!isNumber(out) || isSize(out)) return 'does not say how many units it has';
  return { record: { fc: { units: product(out), ...learntIn(all) } } };
}

function buildPlain(record: LayerRecord, given: LayerArguments): Built {
  const { positional } = given;
  if (record['batch-norm']) {
    const all = withOrder(given, ['inputs']);
    if (typeof all === 'string') return all;
    const inputs = countIn(all, 'inputs') ?? countIn(all, 'out');
    const affine = all.get('affine') !== 'no';
    return { record: { 'batch-norm': { affine, ...(inputs !== undefined && { inputs }) } } };
  }
  if (!record.flatten) return { record };
  const stated = given.slots.get('inputs') ?? given.slots.get('out') ?? positional.at(-1);
  const length = isNumber(stated) ? product(stated) : 1;
  // A lone 1 is the axis that flattening starts from.
  return { record: { flatten: length > 1 ? { inputs: length } : {} } };
}

/** Slots that a kind may fill, by name. */
const window = ['kernel', 'stride', 'padding', 'dilation'] as const;
const slotsOf = new Map<string, readonly Slot[]>([
  ['conv', [...window, 'out', 'inputs', 'groups', 'bias']],
  ['max-pool', [...window, 'ceil']],
  ['avg-pool', [...window, 'ceil']],
  ['batchnorm', ['inputs', 'out', 'affine']],
  ['bn', ['inputs', 'out', 'affine']],
  ['flatten', ['inputs', 'out']],
  ['fc', ['inputs', 'out', 'bias']],
  ['linear', ['inputs', 'out', 'bias']],
  ['dense', ['inputs', 'out', 'bias']],
  ['adaptiveavgpool', ['out', 'kernel']],
  ['adaptivemaxpool', ['out', 'kernel']],
]);

/** The record of a layer from its kind and arguments. */
function build(given: LayerArguments & { readonly kind: string }, style: CallStyle | undefined): Built {
  const allowed = slotsOf.get(aliases.get(given.kind) ?? given.kind) ?? [];
  const odd = [...given.slots.keys()].find((slot) => !allowed.includes(slot));
  if (odd !== undefined) return `takes no ${odd === 'out' ? 'number of outputs' : odd}`;
  const simple = plain.get(given.kind);
  if (simple) return buildPlain(simple, given);
  const kind = aliases.get(given.kind);
  if (kind === 'conv') return buildConvolution(given, style);
  if (kind === 'max-pool' || kind === 'avg-pool') return buildPool(kind, given);
  if (kind !== undefined) return 'is read in short form only, such as "ConvTranspose2D 16c4w2s1p"';
  const adaptive = given.kind.startsWith('adaptive');
  if (!adaptive) return buildConnected(given);
  const size = given.slots.get('out') ?? given.slots.get('kernel') ?? given.positional[0];
  if (!isNumber(size)) return 'does not say what size it puts out';
  return { record: sized.get(given.kind)!.layer([...size.numbers]) };
}

/** Larger layers are taken for slips of the pen. */
const largest: Readonly<Record<string, number>> = { inputs: 1e8, padding: 65_536 };

function faultIn(record: LayerRecord): string | undefined {
  const entries = Object.values(record).flatMap((part: unknown) =>
    typeof part === 'object' && part !== null ? Object.entries(part) : [],
  );
  for (const [word, value] of entries)
    for (const size of [value as unknown].flat()) {
      if (typeof size !== 'number') continue;
      if (size > (largest[word] ?? 65_536)) return 'has a number that is too large for a layer';
      if (size < 1 && word !== 'padding') return 'has a 0 where at least 1 is needed';
    }
  return undefined;
}

/** Builds the record of a layer; refuses numbers that no layer has. */
export function buildLayer(
  given: LayerArguments & { readonly kind: string },
  style: CallStyle | undefined,
): Built {
  const built = build(given, style);
  if (typeof built === 'string') return built;
  return faultIn(built.record) ?? built;
}
