import { batchNorm } from './batch-norm/index.js';

/** Every family by name: a new family is one folder and one line here. */
export const families = {
  'batch-norm': batchNorm,
};

export type FamilyName = keyof typeof families;
