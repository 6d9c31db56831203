import type { Family } from './family.js';

/** Every family by name, loaded when a problem asks for it: a new family is one folder and one line here. */
export const families = {
  'batch-norm': async () => (await import('./batch-norm/index.js')).batchNorm,
  'conv-net': async () => (await import('./conv-net/index.js')).convNet,
  formula: async () => (await import('./formula/index.js')).formula,
  'chain-rule': async () => (await import('./chain-rule/index.js')).chainRule,
  'mlp-step': async () => (await import('./mlp-step/index.js')).mlpStep,
  'logic-network': async () => (await import('./logic-network/index.js')).logicNetwork,
  'conv-2d': async () => (await import('./conv-2d/index.js')).conv2d,
  'conv-1d': async () => (await import('./conv-1d/index.js')).conv1d,
  'conv-arithmetic': async () => (await import('./conv-arithmetic/index.js')).convArithmetic,
  derivation: async () => (await import('./derivation/index.js')).derivation,
  architecture: async () => (await import('./architecture/index.js')).architecture,
} satisfies Readonly<Record<string, () => Promise<Family>>>;

export type FamilyName = keyof typeof families;

const isFamilyName = (name: string): name is FamilyName => Object.hasOwn(families, name);

/** The family of that name with all that its worksheets need at run time; undefined where there is none. */
export async function loadFamily(name: string): Promise<Family | undefined> {
  if (!isFamilyName(name)) return undefined;
  const family: Family = await families[name]();
  await family.prepare?.();
  return family;
}

/** All families, in the order of the table. */
export const loadFamilies = async (): Promise<readonly Family[]> =>
  Promise.all(Object.keys(families).map(async (name) => (await loadFamily(name))!));
