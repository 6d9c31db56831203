import { worksheet as makeWorksheet } from '../../engine/worksheet.js';
import type { Worksheet } from '../../engine/worksheet.js';
import { misreadings } from '../family.js';
import type { Family } from '../family.js';
import { arrange } from './arrange.js';
import { ConvNetGiven } from './given.js';
import { lossesOn } from './losses.js';
import { givenSlips } from './misreadings.js';
import { networkSteps } from './network-steps.js';
import { samples } from './samples.js';

function worksheet(given: ConvNetGiven): Worksheet {
  const arranged = arrange(given);
  const losses = lossesOn(given.losses, arranged);
  const networks = arranged.map((network) => networkSteps(network, losses));
  return makeWorksheet(
    networks.flatMap(({ givens }) => givens),
    networks.flatMap(({ steps }) => steps),
    () => misreadings(given, givenSlips, worksheet),
  );
}

export const convNet: Family<ConvNetGiven> = {
  name: 'conv-net',
  title: 'Convolutional networks: shapes, parameters and operations',
  about:
    'Networks of convolutions, pools, unpools, fully connected layers, batch normalisation and activations, feeding each other or not. ' +
    'Layer $n$ of a network `net` has the steps `net.n.input`, `size` (height and width), `output`, `weight`, `bias`, `weights` and `parameters` (counts), ' +
    '`activations` (values kept), `memory-change` (percent), `multiply-adds`, `additions`, `multiplications`, `comparisons` and `operations`. ' +
    'The network has `net.input`, `output`, `parameters`, `memory` (values of the input and all outputs), `memory-change` and the totals of each count. ' +
    'Where `losses` are given, a layer has for each loss `J` the shapes `net.n.J.weight-gradient` and `bias-gradient` (none where the loss does not reach), ' +
    'and of each its `additions`, `multiplications`, `comparisons` and `operations`, as in `net.n.J.weight-gradient.additions`; ' +
    'where the convention counts it, `input-gradient` as well; `net.n.J.operations` and `net.J.operations` are the totals.',
  given: ConvNetGiven,
  worksheet,
  samples,
};
