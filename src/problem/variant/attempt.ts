import { DomainError } from '../../engine/domain-error.js';
import { CycleError } from '../../engine/evaluate.js';

/** A value, or undefined where a wrong way leads nowhere. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError || error instanceof CycleError) return undefined;
    throw error;
  }
}
