import {
  given,
  worksheet,
  type Given,
  type Named,
  type Step,
  type Worksheet,
} from '../../engine/worksheet.js';
import type { Tensor } from '../../engine/tensor.js';
import { misreadings, type Family } from '../family.js';
import { backwardSteps } from './backward-steps.js';
import { checkLoss } from './check-loss.js';
import { deltaStep, type Through } from './delta-step.js';
import { forwardSteps, type Incoming } from './forward-steps.js';
import { lossStep } from './loss-step.js';
import { givenSlips } from './misreadings.js';
import { readNetwork, type Layer, type Network } from './network.js';
import { outputSteps } from './output-steps.js';
import { samples } from './samples.js';
import { MlpStepGiven } from './schema.js';
import { updateSteps } from './update-steps.js';
import { valuesType } from './words.js';

interface Passed extends Incoming {
  readonly layer: Layer;
  readonly z: Step<Tensor>;
  readonly output: Step<Tensor>;
}

function passForward(network: Network, input: Given<Tensor>): Passed[] {
  const passed: Passed[] = [];
  let x: Named<Tensor> = input;
  for (const layer of network.layers) {
    const weights = given(`layer${layer.number}.weights`, 'matrix', layer.weights);
    const bias = layer.bias && given(`layer${layer.number}.bias`, 'vector', layer.bias);
    const steps = forwardSteps(network, layer, { weights, bias, x });
    passed.push({ layer, weights, bias, x, ...steps });
    x = steps.output;
  }
  return passed;
}

/** The steps at the output: the loss with its gradient where there is one, and δ of the last layer. */
function passOutput(
  network: Network,
  { layer, z, output }: Passed,
): { stated: Given[]; steps: Step[]; delta: Step<Tensor> } {
  const { target: y, outputGradient } = network;
  const { loss } = network.given;
  if (loss === undefined || !y) {
    const gradient = given('outputGradient', valuesType(network), outputGradient!);
    const delta = deltaStep(network, layer, { gradient, z, output });
    return { stated: [gradient], steps: [delta], delta };
  }
  const target = given('target', valuesType(network), y);
  const { gradient, delta } = outputSteps(network, loss, { z, output, target });
  return {
    stated: [target],
    steps: [lossStep(network, loss, { z, output, target }), gradient, delta],
    delta,
  };
}

function build(problem: MlpStepGiven): Worksheet {
  const network = readNetwork(problem);
  checkLoss(network);
  const input = given('input', valuesType(network), network.input);
  const rate =
    problem.learningRate === undefined ? undefined : given('learningRate', 'number', problem.learningRate);
  const passed = passForward(network, input);
  const atOutput = passOutput(network, passed.at(-1)!);
  const back: Step[] = [];
  let gradient: Through['gradient'] | undefined;
  for (const { layer, z, output, ...incoming } of passed.toReversed()) {
    const delta = gradient ? deltaStep(network, layer, { gradient, z, output }) : atOutput.delta;
    const { inputGradient, weightGradient, biasGradient } = backwardSteps(network, layer, incoming, delta);
    const updates = rate ? updateSteps(layer, incoming, { weightGradient, biasGradient }, rate) : [];
    if (gradient) back.push(delta);
    back.push(weightGradient, ...(biasGradient ? [biasGradient] : []), inputGradient, ...updates);
    gradient = inputGradient;
  }
  const parameters = passed.flatMap(({ weights, bias }) => (bias ? [weights, bias] : [weights]));
  return worksheet(
    [input, ...parameters, ...atOutput.stated, ...(rate ? [rate] : [])],
    [...passed.flatMap(({ z, output }) => [z, output]), ...atOutput.steps, ...back],
    () => misreadings(problem, givenSlips(problem), build),
  );
}

/** One step of back-propagation through a multilayer perceptron (Rumelhart, Hinton and Williams, 1986). */
export const mlpStep: Family<MlpStepGiven> = {
  name: 'mlp-step',
  title: 'One step of back-propagation',
  about:
    'A multilayer perceptron of any depth on one example or a batch: the values of every layer, the loss, ' +
    '$\\delta = \\partial\\mathcal{L}/\\partial z$ and the gradients of every layer, and the weights and biases after ' +
    'one step of gradient descent. Steps are named by layer, from 1: `layer1.preactivation`, `layer1.output`, `loss`, ' +
    '`output-gradient`, `layer2.delta`, `layer2.weight-gradient`, `layer2.bias-gradient`, `layer2.input-gradient`, ' +
    '`layer2.new-weights`, `layer2.new-bias`. Every δ and gradient is of the whole reduced loss: in a batch that is ' +
    'averaged it holds the factor one over the number of examples. Updates need a tolerance that fits their change, ' +
    'such as `{ relative: 0, absolute: 1e-4 }`, or an old weight left as it was would pass.',
  given: MlpStepGiven,
  worksheet: build,
  samples,
};
