import { batchNorm } from './batch-norm/index.js';
import { convNet } from './conv-net/index.js';
import { chainRule } from './chain-rule/index.js';
import { formula } from './formula/index.js';
import { logicNetwork } from './logic-network/index.js';
import { mlpStep } from './mlp-step/index.js';

/** Every family by name: a new family is one folder and one line here. */
export const families = {
  'batch-norm': batchNorm,
  'conv-net': convNet,
  formula,
  'chain-rule': chainRule,
  'mlp-step': mlpStep,
  'logic-network': logicNetwork,
};

export type FamilyName = keyof typeof families;
