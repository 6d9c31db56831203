import { worksheet as makeWorksheet } from '../../engine/worksheet.js';
import type { Worksheet } from '../../engine/worksheet.js';
import { misreadings } from '../family.js';
import type { Family } from '../family.js';
import { arrange } from './arrange.js';
import { ConvNetGiven } from './given.js';
import { givenSlips } from './misreadings.js';
import { networkSteps } from './network-steps.js';
import { samples } from './samples.js';

function worksheet(given: ConvNetGiven): Worksheet {
  const networks = arrange(given).map(networkSteps);
  return makeWorksheet(
    networks.flatMap(({ givens }) => givens),
    networks.flatMap(({ steps }) => steps),
    misreadings(given, givenSlips, worksheet),
  );
}

export const convNet: Family<ConvNetGiven> = {
  name: 'conv-net',
  title: 'Convolutional networks: shapes, parameters and operations',
  about:
    'Networks of convolutions, pools, unpools, fully connected layers, batch normalisation and activations, feeding each other or not. ' +
    'Layer $n$ of a network `net` has the steps `net.n.input`, `size` (height and width), `output`, `weight`, `bias`, `weights` and `parameters` (counts), ' +
    '`activations` (values kept), `memory-change` (percent), `multiply-adds`, `additions`, `multiplications`, `comparisons` and `operations`. ' +
    'The network has `net.input`, `output`, `parameters`, `memory` (values of the input and all outputs), `memory-change` and the totals of each count.',
  given: ConvNetGiven,
  worksheet,
  samples,
};
