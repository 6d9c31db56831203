import { none } from '../engine/none.js';
import { isTensor, slice, type Shape, type Tensor } from '../engine/tensor.js';
import { DomainError } from '../engine/domain-error.js';

/** What an item asks of a step: all of it, or the entries at an index (`null` keeps a whole axis, counted from 0). */
export interface Target {
  readonly step: string;
  readonly index: readonly (number | null)[] | null;
}

/** `hidden[0]`, `Z[:,1]`, `output`: indices as the problem counts them, from `origin`. */
export function parseTarget(text: string, origin: 0 | 1): Target {
  const open = text.indexOf('[');
  if (open < 0) return { step: text.trim(), index: null };
  if (!text.endsWith(']')) throw new DomainError(`"${text}" is not closed by "]"`);
  const index = text
    .slice(open + 1, -1)
    .split(',')
    .map((part) => {
      const word = part.trim();
      if (word === ':') return null;
      if (!/^\d{1,6}$/.test(word)) throw new DomainError(`"${word}" is neither an index nor ":"`);
      if (Number(word) < origin)
        throw new DomainError(`index ${word} is below the problem's origin ${origin}`);
      return Number(word) - origin;
    });
  return { step: text.slice(0, open).trim(), index };
}

/** The part of a step's value that a target asks for. */
export function targetValue(value: unknown, { index }: Target): unknown {
  if (index === null || value === none) return value;
  if (isTensor(value)) {
    const part = slice(value, index);
    return part.shape.length === 0 ? part.data[0] : part;
  }
  const [position] = index;
  if (Array.isArray(value) && index.length === 1 && typeof position === 'number' && position in value)
    return (value as Shape)[position];
  throw new DomainError('the step has no such entry');
}

/** The step's value with a target's entries replaced. */
export function withTargetValue(value: unknown, { index }: Target, part: unknown): unknown {
  if (index === null) return part;
  if (value === none) return value;
  if (!isTensor(value))
    return (value as Shape).map((axis, position) => (position === index[0] ? part : axis));
  const data = Float64Array.from(value.data);
  const positions = slice({ shape: value.shape, data: data.map((_, offset) => offset) }, index).data;
  positions.forEach((offset, entry) => {
    data[offset] = isTensor(part) ? (part as Tensor).data[entry]! : (part as number);
  });
  return { shape: value.shape, data };
}

/** The answer type of a target of a step of the given type. */
export function targetType(type: string, { index }: Target): string {
  if (index === null) return type;
  if (type === 'shape') return 'integer';
  return ['number', 'vector', 'matrix'][index.filter((axis) => axis === null).length] ?? 'tensor';
}
