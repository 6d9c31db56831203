import { nameOf } from '../../answers/network/constraint-checks.js';
import type { DeclaredNetwork } from '../../answers/network/declared-network.js';
import { traitTable } from '../../answers/network/network-traits.js';
import { GivenError } from '../../engine/domain-error.js';
import type { Constraint } from '../../engine/layers/architecture.js';
import type { ArchitectureGiven, ConstraintGiven } from './schema.js';

type Asked = Exclude<ConstraintGiven, string>;
type Without<C> = C extends unknown ? Omit<C, 'points'> : never;
type Worded = Without<Constraint>;

/** What stands beside a constraint and is none itself. */
const besides: ReadonlySet<string> = new Set(['points', 'after']);

const blocks = (of: 'conv' | 'dense', asked: NonNullable<Asked['conv-blocks']>): Worded =>
  typeof asked === 'number'
    ? { asks: 'blocks', of, from: asked, to: asked }
    : { asks: 'blocks', of, from: asked.from, to: asked.to ?? Infinity };

/** One constraint from the mapping an instructor wrote; undefined where it asks for classes that are not given. */
function wordOf(asked: Asked, classes: number | undefined, reference: DeclaredNetwork): Worded | undefined {
  if (asked.fit) return { asks: 'fit' };
  if (asked['keep-size']) return { asks: 'keep-size' };
  if (asked['max-pool-halves']) return { asks: 'max-pool-halves' };
  if (asked['conv-blocks'] !== undefined) return blocks('conv', asked['conv-blocks']);
  if (asked['dense-blocks'] !== undefined) return blocks('dense', asked['dense-blocks']);
  if (asked.kernel !== undefined) return { asks: 'kernel', size: asked.kernel };
  if (asked.activation !== undefined)
    return { asks: 'activation', activation: asked.activation, after: asked.after ?? 'conv' };
  if (asked.same !== undefined)
    return { asks: 'same', trait: asked.same, list: traitTable[asked.same].listOf(reference) };
  const count = asked.outputs === 'classes' ? classes : asked.outputs;
  return count === undefined ? undefined : { asks: 'outputs', count };
}

/** The constraints of a problem; that layers fit is always one of them. */
export function constraintsOf(
  { constraints, classes }: ArchitectureGiven,
  reference: DeclaredNetwork,
): Constraint[] {
  const read = constraints.map((given, place): Constraint => {
    const asked: Asked = typeof given === 'string' ? { [given]: true } : given;
    const path = ['constraints', place];
    const words = Object.keys(asked).filter((word) => !besides.has(word));
    if (words.length !== 1)
      throw new GivenError(
        path,
        `a constraint asks one thing, this one ${words.length === 0 ? 'nothing' : words.join(' and ')}`,
        'Write one constraint an entry, such as { kernel: 5, points: 2 }.',
      );
    if (asked.after !== undefined && asked.activation === undefined)
      throw new GivenError([...path, 'after'], 'only an activation comes after a layer', 'Leave it out.');
    const word = wordOf(asked, classes, reference);
    if (!word)
      throw new GivenError(
        [...path, 'outputs'],
        'there is no number of classes',
        'Add classes: 10 to the givens.',
      );
    return { ...word, points: asked.points ?? 1 };
  });
  if (read.every(({ points }) => points === 0))
    throw new GivenError(['constraints'], 'no constraint is worth a point', 'Give one of them points.');
  const named = read.map(nameOf);
  const twice = named.findIndex((name, place) => named.indexOf(name) < place);
  if (twice >= 0)
    throw new GivenError(['constraints', twice], `it is asked twice: ${named[twice]!}`, 'Leave one out.');
  return read.some(({ asks }) => asks === 'fit') ? read : [{ asks: 'fit', points: 1 }, ...read];
}
