import { none, type None } from '../engine/none.js';
import { sameShape, tensor, toNested, type Nested, type Tensor } from '../engine/tensor.js';
import type { AnswerType, Example, Json } from './answer-type.js';
import { fitsNone, fitsShape, isUsable } from './carrying.js';
import { agreesWith } from './closeness.js';
import { describeShape } from './described-shape.js';
import {
  numberJson,
  typesetNumber,
  typesetWritten,
  valueOf,
  writeNumber,
  writtenJson,
} from './number-text.js';
import { halfDigitOf, varietyOf } from './precision.js';
import { blank, isBlank, isNone, read, saysNone } from './reading.js';
import { agreesWithTensor, compareTensors } from './tensor-comparison.js';
import { tensorSlips } from './tensor-slips.js';
import { nest, typesetGrid } from './tensor-text.js';
import { isFilled, readTensor, type WrittenEntry, type WrittenTensor } from './written-tensor.js';

export type TensorType = AnswerType<WrittenTensor | None, Tensor | None>;

/** More wrong answers than these are as good as endless. */
const mostVariety = 1e15;

const write = (nested: Nested): string =>
  typeof nested === 'number' ? writeNumber(nested) : `[${nested.map(write).join(', ')}]`;

const entryJson = (entry: WrittenEntry): Json => (isFilled(entry) ? writtenJson(entry) : null);
const entryLatex = (entry: WrittenEntry): string =>
  isFilled(entry) ? typesetWritten(entry) : entry === null ? '\\square' : '?';

/** An answer type for tensors; vectors, matrices and tensors differ in what they ask for. */
export const tensorType = (
  name: string,
  expects: string,
  examples: readonly Example<Tensor | None>[],
): TensorType => ({
  name,
  expects,
  examples,
  read(text, options) {
    if (isBlank(text)) return blank;
    return saysNone(text) ? read(none) : readTensor(text, options);
  },
  compare(answer, key, rule) {
    if (!isNone(answer) && !isNone(key)) return compareTensors(answer, key, rule);
    const size = isNone(key) ? 1 : key.data.length;
    return {
      entries: Array.from({ length: size }, () => (answer === key ? 'correct' : 'wrong')),
      distance: null,
    };
  },
  agrees: (answer, value) =>
    isNone(answer) || isNone(value) ? answer === value : agreesWithTensor(answer, value),
  write: (value) => (isNone(value) ? none : write(toNested(value))),
  typeset: (value) =>
    isNone(value) ? '\\text{none}' : typesetGrid(value.shape, Array.from(value.data, typesetNumber)),
  json: (value) => (isNone(value) ? none : nest(value.shape, Array.from(value.data, numberJson))),
  echo: (answer) =>
    isNone(answer)
      ? { json: none, latex: '\\text{none}' }
      : {
          json: nest(answer.shape, answer.entries.map(entryJson)),
          latex: typesetGrid(answer.shape, answer.entries.map(entryLatex)),
          words: describeShape(answer.shape),
        },
  fill(answer, computed) {
    if (isNone(answer)) return none;
    if (answer.entries.every(isFilled)) return tensor(answer.shape, answer.entries.map(valueOf));
    const ours = computed();
    if (isNone(ours) || !sameShape(ours.shape, answer.shape)) return ours;
    const data = answer.entries.map((entry, index) => (isFilled(entry) ? valueOf(entry) : ours.data[index]!));
    return tensor(answer.shape, data);
  },
  plausible(answer, like) {
    const fits = fitsNone(answer, like);
    if (fits !== true || isNone(answer) || isNone(like)) return fits;
    const shaped = fitsShape(answer.shape, like.shape);
    if (shaped !== true) return shaped;
    const usable = answer.entries.filter(isFilled).map((entry) => isUsable(valueOf(entry)));
    return usable.find((verdict) => verdict !== true) ?? true;
  },
  slips: tensorSlips,
  halfDigits: (answer) =>
    isNone(answer)
      ? none
      : tensor(
          answer.shape,
          answer.entries.map((entry) => (isFilled(entry) ? halfDigitOf(entry) : 0)),
        ),
  variety(answer, key) {
    if (isNone(answer)) return 1;
    const isComparable = !isNone(key) && sameShape(answer.shape, key.shape);
    return answer.entries.reduce<number>((all, entry, index) => {
      const tells = isFilled(entry) && !(isComparable && agreesWith(entry, key.data[index]!));
      return tells ? Math.min(mostVariety, all * varietyOf(entry)) : all;
    }, 1);
  },
});
