import { formulaTypes } from './formula/formula-types.js';
import { plainTypes } from './index.js';

/** Every way of answering, by name. */
export const answerTypes = { ...plainTypes, ...formulaTypes };
