import { aliases, plain, sized } from './compact-kinds.js';

/** Further names of kinds as students write them, without case, spaces, hyphens and the `2D`. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['convolutional', 'conv'],
  ['convlayer', 'conv'],
  ['convolutionlayer', 'conv'],
  ['convolutionallayer', 'conv'],
  ['maxpoollayer', 'maxpool'],
  ['maxpoolinglayer', 'maxpool'],
  ['avgpooling', 'avgpool'],
  ['meanpool', 'avgpool'],
  ['adaptiveaveragepool', 'adaptiveavgpool'],
  ['globalaveragepooling', 'globalavgpool'],
  ['globalavgpooling', 'globalavgpool'],
  ['globalmaxpooling', 'globalmaxpool'],
  ['fclayer', 'fc'],
  ['fullyconnected', 'fc'],
  ['fullyconnectedlayer', 'fc'],
  ['denselayer', 'fc'],
  ['linearlayer', 'fc'],
  ['outputlayer', 'fc'],
  ['reshape', 'flatten'],
  ['view', 'flatten'],
  ['reshapetovector', 'flatten'],
  ['flattenlayer', 'flatten'],
  ['batchnormalization', 'batchnorm'],
  ['batchnormalisation', 'batchnorm'],
  ['logsoftmax', 'softmax'],
  ['lrelu', 'leakyrelu'],
  ['swish', 'silu'],
]);

/** What a word of a layer says about it. */
export type Slot =
  | 'inputs'
  | 'out'
  | 'kernel'
  | 'stride'
  | 'padding'
  | 'dilation'
  | 'groups'
  | 'bias'
  | 'affine'
  | 'ceil'
  | 'ignored';

const slots: readonly (readonly [Slot, string])[] = [
  ['inputs', 'in inputs infeatures inchannels inputchannels inputfeatures numfeatures'],
  ['out', 'out outchannels outputchannels outputs outputunits outunits outfeatures channels filters filter'],
  ['out', 'maps featuremaps kernels units unit neurons nodes features dimensions'],
  ['kernel', 'kernel kernelsize kernelshape filtersize window windowsize poolsize size k'],
  ['stride', 'stride strides s'],
  ['padding', 'padding pad zeropadding p'],
  ['dilation', 'dilation dilationrate'],
  ['groups', 'groups'],
  ['bias', 'bias usebias biases'],
  ['affine', 'affine'],
  ['ceil', 'ceilmode ceil'],
  ['ignored', 'inplace dim startdim enddim axis rate eps momentum inputshape shape dataformat name alpha'],
  ['ignored', 'negativeslope trackrunningstats paddingmode kernelinitializer returnindices'],
];
const slotNames: ReadonlyMap<string, Slot> = new Map(
  slots.flatMap(([slot, names]) => names.split(' ').map((name): [string, Slot] => [name, slot])),
);

/** Words that say nothing of their own. */
const fillers: ReadonlySet<string> = new Set(
  'a an and activation add by classes each final first hidden image is last layer of per reshape second third the to using vector with x zero'.split(
    ' ',
  ),
);
/** Names that stand for the number of classes. */
const classNames: ReadonlySet<string> = new Set(['nclasses', 'numclasses', 'nclass', 'numberofclasses']);
/** Names of what is no layer: the network's input, a function that changes nothing. */
const nothing: ReadonlySet<string> = new Set(['input', 'inputlayer', 'identity', 'linearactivation']);

export type Meaning =
  | { readonly is: 'kind'; readonly name: string; readonly rank?: number }
  | { readonly is: 'slot'; readonly slot: Slot }
  | { readonly is: 'pool' | 'nothing' | 'classes' | 'filler' };

function kindNamed(word: string): Meaning | undefined {
  const sizedName = /^(.{2,}?)([123])d$/.exec(word);
  const bare = (sizedName?.[1] ?? word).replace(/(?<=[a-z])\d{1,2}$/, '');
  const name = synonyms.get(bare) ?? bare;
  if (!aliases.has(name) && !plain.has(name) && !sized.has(name)) return undefined;
  return { is: 'kind', name, ...(sizedName && { rank: Number(sizedName[2]) }) };
}

/** What a word, or several written as one, means; lower case, without `_`. */
export function meaningOf(word: string): Meaning | undefined {
  const slot = slotNames.get(word);
  if (slot) return { is: 'slot', slot };
  if (classNames.has(word)) return { is: 'classes' };
  if (nothing.has(word)) return { is: 'nothing' };
  const kind = kindNamed(word);
  if (kind) return kind;
  if (/^(?:pool|pooling|subsampling)\d{0,2}$/.test(word)) return { is: 'pool' };
  return fillers.has(word) ? { is: 'filler' } : undefined;
}
