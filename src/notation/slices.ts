import { bracketedMatrices } from './latex-matrix.js';

const name =
  /^[ \t]*(?:(?:channel|filter|slice|feature map|map|kernel|depth|image|example)[ \t]{0,3}#?\d{0,3}|[A-Za-z]\w{0,10}(?:\[[^[\]\n]{1,12}\]|_\{[^{}\n]{1,12}\}))[ \t]{0,9}[:=]/gim;
const parting = /^[ \t]*[-=]{3,}[ \t]*$/gm;

/** The slices of a tensor one below the other, without the names or lines that part them: `channel 1: [[1, 2], [3, 4]]`. */
export function withPlainSlices(text: string): string {
  const plain = text.replace(name, '\n').replace(parting, '').trim();
  return plain.split('\\begin').length > 2 ? bracketedMatrices(plain) : plain;
}
