import { DomainError } from '../../engine/domain-error.js';
import type { Architecture } from '../../engine/layers/architecture.js';
import { traceLayers } from '../../engine/layers/trace-layers.js';
import type { Shape } from '../../engine/tensor.js';
import { given, step, worksheet, type Named, type Step, type Worksheet } from '../../engine/worksheet.js';
import type { Family } from '../family.js';
import { flattenedStep } from './flattened-step.js';
import { mapOf, mapStep } from './map-step.js';
import { parameterSteps } from './parameter-steps.js';
import { readProblem } from './read-problem.js';
import { samples } from './samples.js';
import { ArchitectureGiven } from './schema.js';

const layersStep = (key: Architecture): Step<Architecture> =>
  step({
    name: 'layers',
    type: 'layers',
    needs: {},
    run: (): Architecture => key,
    show: () => '\\text{one network of many}',
  });

const outputStep = (layers: Named<Architecture>): Step<Shape> =>
  step({
    name: 'output',
    type: 'shape',
    needs: { layers },
    run: ({ layers: { input, layers } }): Shape => {
      const { places, misfit } = traceLayers(input, layers);
      if (misfit) throw new DomainError(misfit.why);
      return places.at(-1)!.output;
    },
    show: () => '\\text{the output of the last layer}',
  });

function build(problem: ArchitectureGiven): Worksheet {
  const key = readProblem(problem);
  const layers = layersStep(key);
  const featureMap = mapStep(key, layers);
  const flattened = flattenedStep(mapOf(key.input, key.layers), featureMap);
  const stated = [
    given<Shape>('input', 'shape', key.input),
    ...(key.classes === undefined ? [] : [given('classes', 'integer', key.classes)]),
  ];
  const steps = [
    layers,
    featureMap,
    flattened,
    ...parameterSteps(key, layers, flattened),
    outputStep(layers),
  ];
  return worksheet(stated, steps);
}

/** A student's own network, judged by what is asked of it. */
export const architecture: Family<ArchitectureGiven> = {
  name: 'architecture',
  title: 'A network of your own',
  about:
    'A student declares a network as a list of `layers`, in short form, as PyTorch or Keras calls, or in words. Each ' +
    'of the `constraints` is checked by itself and has its own points: that convolutions keep the size, that only max ' +
    'pooling halves it, numbers of blocks, kernels, activations, outputs, or lists that equal the `reference`. What ' +
    'follows goes on with the student’s own layers: `feature-map` (the shape that is flattened), `flattened` (its ' +
    'length), `layer-parameters` (a vector, one count for each layer that learns), `parameters` (their sum) and `output`.',
  given: ArchitectureGiven,
  worksheet: build,
  samples,
};
