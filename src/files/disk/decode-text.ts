import { isUtf8 } from 'node:buffer';
import { FileError, finding, wholeFile } from '../finding.js';
import { placeFinder } from '../text-place.js';

const saveAs = 'Save the file as UTF-8.';

/** UTF-16 by its mark, or by the zero bytes that every second ASCII letter leaves. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 4 && ((first === 0 && bytes[2] === 0) || (second === 0 && bytes[3] === 0));
}

/** Strict UTF-8 without NUL; a byte order mark is dropped. */
export function decodeText(file: string, bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw new FileError(finding(wholeFile(file), 'UTF-8 text', 'UTF-16', { hint: saveAs }));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  const bad = isUtf8(bytes) ? text.indexOf('\0') : firstBadCharacter(buffer, text);
  if (bad >= 0) {
    const found = text[bad] === '\0' ? 'a NUL character' : 'bytes that are not UTF-8';
    throw new FileError(finding(placeFinder(file, text)(bad), 'UTF-8 text', found, { hint: saveAs }));
  }
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Where decoding first put a replacement mark that the bytes do not hold. */
function firstBadCharacter(buffer: Buffer, text: string): number {
  let offset = 0;
  for (let index = 0; index < text.length;) {
    const point = text.codePointAt(index)!;
    if (point === 0) return index;
    if (
      point === 0xfffd &&
      !(buffer[offset] === 0xef && buffer[offset + 1] === 0xbf && buffer[offset + 2] === 0xbd)
    )
      return index;
    offset += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    index += point < 0x10000 ? 1 : 2;
  }
  return 0;
}
