import { check, nameOf } from '../../answers/network/constraint-checks.js';
import { declare } from '../../answers/network/declared-network.js';
import { GivenError } from '../../engine/domain-error.js';
import type { Architecture } from '../../engine/layers/architecture.js';
import { parametersOf } from '../../engine/layers/trace-layers.js';
import { readLayers } from '../../notation/layers/written-layers.js';
import { Unreadable } from '../../notation/unreadable.js';
import { constraintsOf } from './constraints.js';
import type { ArchitectureGiven } from './schema.js';

/** The reference as the key, with the constraints it is checked against; throws a GivenError for what cannot be. */
export function readProblem(given: ArchitectureGiven): Architecture {
  const { input, classes } = given;
  /** The line of the reference that each layer comes from. */
  const lines: number[] = [];
  const layers = given.reference.flatMap((text, line) => {
    const read = readLayers(text, classes);
    if (read instanceof Unreadable)
      throw new GivenError(['reference', line], read.why, 'Write one layer, such as "Conv2D 16c5w1s2p".');
    lines.push(...read.layers.map(() => line));
    return read.layers;
  });
  const network = declare(layers, { input });
  const { misfit, places } = network.trace;
  if (misfit)
    throw new GivenError(
      ['reference', lines[misfit.index]!],
      misfit.why,
      'Change this layer or those before it.',
    );
  if (places.every((place) => parametersOf(place, place.input).weights === 0))
    throw new GivenError(
      ['reference'],
      'no layer has parameters',
      'Add a convolution or a fully connected layer.',
    );
  const constraints = constraintsOf(given, network);
  for (const constraint of constraints) {
    const [fault] = check(network, constraint);
    if (fault !== undefined)
      throw new GivenError(
        ['reference'],
        `it does not meet "${nameOf(constraint)}": ${fault}`,
        'Change the reference.',
      );
  }
  return { layers, input, classes, constraints };
}
