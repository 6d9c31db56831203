import type { Architecture } from '../../engine/layers/architecture.js';
import type { Stated } from '../../engine/layers/resolve-layer.js';
import { parametersOf, traceLayers } from '../../engine/layers/trace-layers.js';
import { readLayers } from '../../notation/layers/written-layers.js';
import { writeWholeLayer } from '../../notation/layers/write-layer.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { AnswerType, Comparison } from '../answer-type.js';
import { check, nameOf } from './constraint-checks.js';
import { declare } from './declared-network.js';
import { layersExamples } from './layers-examples.js';
import { typesetNumber } from '../number-text.js';
import { blank, isBlank, read, unreadable } from '../reading.js';
import type { Faults } from './size-constraints.js';

/** Layers that break one constraint and are named in a remark, the others counted. */
const mostNamed = 2;

const isArchitecture = (value: unknown): value is Architecture =>
  typeof value === 'object' && value !== null && 'constraints' in value;

const textsOf = (layers: readonly Stated[], rank?: number): string[] =>
  layers.map(({ layer, rank: own }) => writeWholeLayer(layer, rank ?? own ?? 0));

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

function sentence(faults: Faults): string {
  const more = faults.length - mostNamed;
  const rest = more > 0 ? [`${more} more ${more === 1 ? 'layer does' : 'layers do'} likewise`] : [];
  return [...faults.slice(0, mostNamed), ...rest].map((fault) => `${capital(fault)}.`).join(' ');
}

const upright = (text: string): string => `\\text{${text.replaceAll('_', '\\_')}}`;
const column = (rows: readonly string[]): string => `\\begin{matrix} ${rows.join(' \\\\ ')} \\end{matrix}`;

/** Each layer with the shape of its output and, where it learns, its parameters. */
function typeset({ layers, input }: Architecture): string {
  const { places } = traceLayers(input, layers);
  const rows = textsOf(layers, input.length - 1).map((text, index) => {
    const place = places[index];
    if (!place) return upright(text);
    const { weights, biases } = parametersOf(place, place.input);
    const learns = weights + biases > 0 ? [typesetNumber(weights + biases)] : [];
    return [upright(text), place.output.join(' \\times '), ...learns].join(' & ');
  });
  return column(rows);
}

/** Whether layers say the same, whatever inputs they declare. */
const sameLayers = (one: readonly Stated[], other: readonly Stated[]): boolean => {
  const plain = (layers: readonly Stated[]): string =>
    textsOf(layers, 2)
      .map((text) => text.replace(/, inputs \d+/, ''))
      .join('\n');
  return plain(one) === plain(other);
};

/** A network as a list of layers: any is right that meets the constraints, each an entry with its own points. */
export const layers: AnswerType<readonly Stated[], Architecture> = {
  name: 'layers',
  isMadeUp: true,
  expects:
    'one layer a line, such as "Conv2D 16c5w1s2p" (16 channels, window 5, stride 1, padding 2), "nn.Conv2d(3, 16, 5, padding=2)", "MaxPool2d(2)", "ReLU", "Flatten", "FC 120"',
  read(text, { like }) {
    if (isBlank(text)) return blank;
    const reading = readLayers(text, isArchitecture(like) ? like.classes : undefined);
    return reading instanceof Unreadable ? unreadable(reading.why) : read(reading.layers, reading.notes);
  },
  compare(answer, key): Comparison {
    const { constraints } = key;
    const network = declare(answer, key);
    const found = constraints.map((constraint) => check(network, constraint));
    const remark = found
      .filter((faults) => faults.length > 0)
      .map(sentence)
      .join(' ');
    return {
      entries: found.map((faults) => (faults.length === 0 ? 'correct' : 'wrong')),
      distance: null,
      ...(remark !== '' && { remark }),
      weights: constraints.map(({ points }) => points),
      names: constraints.map(nameOf),
    };
  },
  agrees: (answer, value) => sameLayers(answer, value.layers),
  write: ({ layers, input }) => textsOf(layers, input.length - 1).join(' → '),
  typeset,
  json: ({ layers, input }) => textsOf(layers, input.length - 1),
  echo: (answer) => ({
    json: textsOf(answer),
    latex: column(textsOf(answer).map(upright)),
    words: answer.length === 1 ? 'one layer' : `${answer.length} layers`,
  }),
  fill: (answer, computed) => ({ ...computed(), layers: answer }),
  plausible(answer, { input }) {
    const { misfit } = traceLayers(input, answer);
    return misfit ? `layer ${misfit.index + 1} does not fit: ${misfit.why}` : true;
  },
  get examples() {
    return layersExamples();
  },
};
