import { quote } from './unreadable.js';
import type { Unwrapped } from './wrapping.js';

/** What counts and sizes are counted in, and words that say how they were counted. */
const words = new Set(
  (
    'parameter parameters param params weight weights bias biases neuron neurons unit units node nodes entry entries ' +
    'element elements value values number numbers multiplication multiplications multiplies mult mults addition ' +
    'additions adds operation operations ops mac macs flop flops channel channels filter filters kernel kernels ' +
    'feature features map maps pixel pixels layer layers activation activations input inputs output outputs ' +
    'zero zeros row rows column columns side sides change changes full on each every both no ' +
    'trainable learnable total altogether in of all with without incl including the per'
  ).split(' '),
);

const tail = /^([^\p{L}]*[\d)}%]) ?\(?((?:\p{L}{2,15}[ ,.]{0,2}){1,6})\)?$/u;

/** A number without the words behind it that only say what is counted. */
export function withoutUnit({ text, notes }: Unwrapped): Unwrapped {
  const found = text.length < 120 ? tail.exec(text) : null;
  if (!found) return { text, notes };
  const [, number, said] = found as unknown as [string, string, string];
  const known = said
    .toLowerCase()
    .split(/[ ,.]+/)
    .every((word) => word === '' || words.has(word));
  return known ? { text: number, notes: [...notes, `${quote(said)} was left out`] } : { text, notes };
}
