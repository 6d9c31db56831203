import { createHash } from 'node:crypto';
import type { RandomState } from '../../problem/variant/random.js';

/** Whose numbers are drawn; a change in any of the four changes them. */
export interface SeedParts {
  readonly seed: string;
  readonly assignment: string;
  readonly problem: string;
  readonly student: string;
}

/** Changes when the same seed would draw other numbers. */
export const derivation = 'tickmark-1';

/**
 * The state of xoroshiro128+ that a variant is drawn from: the first 16 bytes, as four big-endian words, of the SHA-256
 * of the JSON array ["tickmark-1", seed, assignment, problem, student] in UTF-8, without spaces.
 */
export function deriveState({ seed, assignment, problem, student }: SeedParts): RandomState {
  const text = JSON.stringify([derivation, seed, assignment, problem, student]);
  const hash = createHash('sha256').update(text, 'utf8').digest();
  return [hash.readUInt32BE(0), hash.readUInt32BE(4), hash.readUInt32BE(8), hash.readUInt32BE(12)];
}
