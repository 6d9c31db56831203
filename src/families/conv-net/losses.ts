import { z } from 'zod';
import { GivenError } from '../../engine/domain-error.js';
import type { Network } from './arrange.js';
import type { ConvNetGiven } from './given.js';
import type { Place } from './place.js';

const Loss = z.strictObject({
  of: z.string().min(1).describe('The network whose output the loss compares.'),
  type: z
    .enum(['mse', 'cross-entropy'])
    .default('mse')
    .describe('What the loss is; shapes and counts of gradients do not depend on it.'),
});

export const LossesGiven = z
  .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/), Loss)
  .refine((losses) => Object.keys(losses).length <= 8, { message: 'there are at most 8 losses' })
  .describe(
    'Losses by name, as in { J1: { of: net_D, type: mse } }; each gives the backward steps of every layer.',
  );

/** A loss and the layers it depends on: those of its network and of every network that feeds it. */
export interface Loss {
  readonly name: string;
  readonly network: string;
  readonly reached: ReadonlySet<string>;
}

export function lossesOn(losses: ConvNetGiven['losses'], networks: readonly Network[]): Loss[] {
  return Object.entries(losses ?? {}).map(([name, { of }]) => {
    const network = networks.find((one) => one.name === of);
    if (!network)
      throw new GivenError(
        ['losses', name, 'of'],
        `there is no network "${of}"`,
        `Known networks: ${networks.map((one) => one.name).join(', ')}.`,
      );
    if (networks.some((one) => one.name === name))
      throw new GivenError(['losses', name], `a loss and a network are both named "${name}"`, 'Rename one.');
    const reached = new Set<string>();
    for (let place: Place | undefined = network.places.at(-1); place; place = place.previous)
      reached.add(place.name);
    return { name, network: of, reached };
  });
}
