import { DomainError } from '../engine/domain-error.js';
import { isTensor, type Shape } from '../engine/tensor.js';
import type { Worksheet } from '../engine/worksheet.js';
import { parsePath, valueAt } from './variant/given-path.js';
import { toValue } from './variant/value.js';

/** How a given's value is written, as LaTeX inside `$…$` and as plain text outside. */
export interface GivenWriter {
  readonly typeset: (type: string, value: unknown) => string;
  readonly write: (type: string, value: unknown) => string;
}

const sizes: Readonly<Record<string, (shape: Shape) => string>> = {
  rows: (shape) => String(shape[0]),
  columns: (shape) => String(shape[1] ?? 1),
  shape: (shape) => shape.join('×'),
};

const ranks = ['number', 'vector', 'matrix'];

const place = /\{\{([^{}]{1,100})\}\}/g;
const unclosed = /\{\{[^{}\n]{0,40}/;

/** Splits Markdown so that the odd pieces are maths, with their dollar signs. */
export const splitMaths = (text: string): string[] => text.split(/(\$\$[^$]+\$\$|\$[^$\n]+\$)/);

/**
 * Fills `{{given}}`, `{{rows given}}`, `{{columns given}}` and `{{shape given}}` into Markdown with LaTeX; what the
 * worksheet does not name may be a number, a list of numbers or a text of the file's own givens, by its path: `{{net.layers.0.conv.filters}}`.
 * Throws a DomainError for names that are no givens, so that no text can leak a step's value.
 */
export function fillProse(text: string, sheet: Worksheet, writer: GivenWriter, stated: unknown = {}): string {
  const wrong: string[] = [];
  const filled = splitMaths(text).map((piece, position) => {
    const isMaths = position % 2 === 1;
    const open = isMaths ? null : unclosed.exec(piece.replace(place, ''));
    if (open) wrong.push(`"${open[0]}" is not closed by "}}"`);
    return piece.replace(place, (_, inside: string) => {
      try {
        return fillPlace(inside.trim(), sheet, isMaths ? writer.typeset : writer.write, stated);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        wrong.push(error.message);
        return '';
      }
    });
  });
  if (wrong.length > 0) throw new DomainError([...new Set(wrong)].join('; '));
  return filled.join('');
}

function fillPlace(
  inside: string,
  { givens, steps }: Worksheet,
  write: GivenWriter['write'],
  file: unknown,
): string {
  const [measure, measured] = inside.split(/\s+/);
  const name = measured ?? measure!;
  const stated = givens.get(name);
  if (!stated) {
    const own = steps.has(name) || measured !== undefined ? undefined : valueAt(file, parsePath(name));
    if (typeof own === 'string') return own;
    const value = toValue(own);
    if (value !== undefined)
      return write(typeof value === 'number' ? 'number' : (ranks[value.shape.length] ?? 'tensor'), value);
    const why = steps.has(name) ? 'is a step, which would give the answer away' : 'is not a given';
    throw new DomainError(
      `{{${inside}}}: "${name}" ${why} (the givens are ${[...givens.keys()].join(', ')})`,
    );
  }
  if (measured === undefined) return write(stated.type, stated.given);
  const size = sizes[measure!];
  if (!size || !isTensor(stated.given))
    throw new DomainError(`{{${inside}}} must be rows, columns or shape of a given vector, matrix or tensor`);
  return size(stated.given.shape);
}
