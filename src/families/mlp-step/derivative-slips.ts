import type { Layer } from './network.js';
import { above } from './words.js';

/** A wrong derivative of an activation: its value from z and the output a, its LaTeX, and what is right. */
export interface WrongSlope {
  readonly slope: (z: number, output: number) => number;
  readonly formula: string;
  readonly hint: string;
}

/** Derivatives that students take for an activation's own, by slip. */
export function wrongSlopes(layer: Layer, reluAtZero: number): Readonly<Record<string, WrongSlope>> {
  const { activation, each, leak } = layer;
  const [z, a] = [above('z', layer), above('a', layer)];
  switch (activation) {
    case 'sigmoid':
      return {
        'used-sigmoid-for-its-derivative': {
          slope: (_, output) => output,
          formula: `\\sigma(${z})`,
          hint: `You multiplied by $\\sigma(${z})$ itself; its derivative is $\\sigma(z)(1 - \\sigma(z))$.`,
        },
        'differentiated-at-the-output': {
          slope: (_, output) => each!.slopeAt(output),
          formula: `\\sigma'(${a})`,
          hint: `You took $\\sigma'$ at the unit's output, after $\\sigma$; take it at $${z}$, where it is $a(1 - a)$.`,
        },
      };
    case 'tanh':
      return {
        'used-tanh-for-its-derivative': {
          slope: (_, output) => output,
          formula: `\\tanh(${z})`,
          hint: `You multiplied by $\\tanh(${z})$ itself; its derivative is $1 - \\tanh^2(z)$.`,
        },
        'squared-z-in-tanh-derivative': {
          slope: (entry) => 1 - entry * entry,
          formula: `(1 - (${z})^2)`,
          hint: `You used $1 - z^2$; the derivative of tanh is $1 - \\tanh^2(z)$, the square of the output.`,
        },
      };
    case 'relu':
      return {
        'multiplied-by-z-for-relu-slope': {
          slope: (entry) => Math.max(entry, 0),
          formula: `\\operatorname{ReLU}(${z})`,
          hint: `You multiplied by the value of the ReLU; its slope is 1 where $${z} > 0$ and 0 below.`,
        },
        [reluAtZero === 1 ? 'took-relu-slope-zero-at-zero' : 'took-relu-slope-one-at-zero']: {
          slope: (entry) => (entry > 0 ? 1 : entry < 0 ? 0 : reluAtZero === 1 ? 0 : 1),
          formula: `\\operatorname{ReLU}'(${z})`,
          hint: `Where $${z}$ is exactly 0 you took ${reluAtZero === 1 ? 0 : 1} for the slope of the ReLU; here it is defined as ${reluAtZero}.`,
        },
      };
    case 'leaky-relu':
      return {
        'forgot-leak': {
          slope: (entry) => (entry > 0 ? 1 : 0),
          formula: `\\operatorname{ReLU}'(${z})`,
          hint: `You took the slope 0 where $${z}$ is negative; a leaky ReLU has the slope ${leak} there.`,
        },
      };
    default:
      return {};
  }
}
