import { longestArithmetic } from './arithmetic.js';
import { readableText } from './characters.js';
import { joinThousands } from './thousands.js';
import { Unreadable, quote } from './unreadable.js';
import { unwrap } from './wrapping.js';

export interface DimensionsReading {
  readonly sizes: readonly number[];
  readonly notes: readonly string[];
}

const mostAxes = 8;
const mostBrackets = 3;
const pairs = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const wrapper = /^(?:(?:torch|tf)\.)?(?:Size|TensorShape|shape) ?(?=\()/;
const spoken = /^(?:(?:an? )?(?:tensor|array|matrix|volume) )?(?:of )?(?:shape|size) ?:? ?(?=[\d([{])/i;
/** Six maps of 28×28: `6@28x28`, `6 channels of 28x28`. */
const counted =
  / ?@ ?| (?:channels?|(?:feature ?)?maps?|filters?|planes?)(?:,? (?:of|each|with|at))?(?: size)? /gi;
const space = /^(?:ℝ|R) ?\^ ?\{?([^{}]{1,60})\}?$/;
const between = /[×xX*✕∗·⋅]|\bby\b/;
const anySeparator = /[×xX*✕∗·⋅,; ]|\bby\b/;
const size = /^[+-]?\d{1,15}(?:\.\d{1,6})?$/;

function withoutBrackets(text: string): string {
  const plain = text.replace(spoken, '');
  let bare = (space.exec(plain)?.[1] ?? plain).replace(counted, 'x').trim().replace(wrapper, '');
  for (let level = 0; level < mostBrackets && bare.length > 1 && pairs.get(bare[0]!) === bare.at(-1); level++)
    bare = bare.slice(1, -1).trim();
  return bare;
}

/** Of `16×14×14 = 3136`, the sizes; or, where the length of a vector is asked for, the product. */
function withoutProduct(
  text: string,
  isFlat: boolean,
): { readonly bare: string; readonly note: readonly string[] } {
  const [sizes, product, ...more] = text.split('=').map((side) => side.trim());
  const factors = sizes!.split(between).map(Number);
  const isProduct =
    product !== undefined &&
    more.length === 0 &&
    factors.reduce((a, b) => a * b) === Number(product.replaceAll(',', ''));
  if (isProduct && isFlat)
    return {
      bare: product.replaceAll(',', ''),
      note: [`${quote(product)} was read from the end of the equation`],
    };
  return isProduct
    ? { bare: sizes!, note: [`the product ${quote(product)} was left out`] }
    : { bare: text, note: [] };
}

/**
 * Sizes of axes as people write them: `16x28x28`, `(16, 28, 28)`, `16 by 28`. Where a comma may stand between
 * sizes or between thousands, `rank` (the number of axes asked for) decides; `isFlat` where one of them is all.
 */
export function readDimensions(
  text: string,
  rank?: number,
  isFlat = rank === 1,
): DimensionsReading | Unreadable {
  if (text.length > longestArithmetic)
    return new Unreadable(`it is longer than ${longestArithmetic} characters`);
  const readable = readableText(text);
  if (readable instanceof Unreadable) return readable;
  const { text: unwrapped, notes } = unwrap(readable);
  const { bare, note } = withoutProduct(withoutBrackets(unwrapped.split(/\s+/).join(' ')), isFlat);
  const written = between.test(bare) ? readProduct(bare, rank) : readList(bare, rank);
  const sizes = written?.map((part) => part.replace(/_/g, '').trim());
  if (unwrapped === '' || !sizes?.every((part) => size.test(part)))
    return new Unreadable(`${quote(unwrapped)} could not be read as sizes; write them like 16x28x28`);
  if (sizes.length > mostAxes) return new Unreadable(`it has more than ${mostAxes} sizes`);
  const pieces = bare.split(anySeparator).filter((piece) => piece !== '').length;
  return {
    sizes: sizes.map(Number),
    notes: [
      ...notes,
      ...note,
      ...(pieces > sizes.length ? [`${quote(bare)} was read as ${sizes.join('×')}`] : []),
    ],
  };
}

/** Sizes between multiplication signs, each perhaps with separators for its thousands. */
function readProduct(text: string, rank: number | undefined): readonly string[] | undefined {
  const factors = text.split(between);
  const pieces = factors.map(splitList);
  if (pieces.flat().length === rank) return pieces.flat();
  const sizes = pieces.map((parts) => joinThousands(parts, 1)?.[0]);
  return sizes.every((part) => part !== undefined) ? sizes : undefined;
}

function readList(text: string, rank: number | undefined): readonly string[] {
  if (text === '') return [];
  const parts = splitList(text);
  return (rank === undefined ? undefined : joinThousands(parts, rank)) ?? parts;
}

/** Parts between commas or semicolons where there are any, else between spaces; a comma at the end is dropped. */
function splitList(text: string): string[] {
  const parts = /[,;]/.test(text) ? text.split(/[,;]/) : text.trim().split(' ');
  if (parts.length > 1 && parts.at(-1)!.trim() === '') parts.pop();
  return parts;
}
