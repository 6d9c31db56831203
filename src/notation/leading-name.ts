/** Only a name with scripts, indices or inputs, or a derivative: what is defined, not a calculation. */
const nameLike = /^[\p{L}\p{M}\p{N}\\_^'′’∂∇/ ]{1,60}$/u;
/** Commands that calculations of numbers have too. */
const signs = /\\(?:[dtc]?frac|left|right|cdot|times|div|sqrt)(?![A-Za-z])/g;
const startsAsName = /^[\p{L}\\∂∇]/u;

/** A text without what stands in its brackets. */
function withoutBrackets(text: string): string {
  let result = '';
  let depth = 0;
  for (const mark of text) {
    if ('([{'.includes(mark)) depth++;
    if (depth === 0) result += mark;
    if (')]}'.includes(mark)) depth--;
  }
  return result;
}

/** Whether what stands before an equals sign only names the answer: `w_1^{(2)}`, `\\frac{\\partial L}{\\partial w}`, `f(x)`. */
export const namesAnswer = (label: string): boolean =>
  startsAsName.test(label) &&
  /[\p{L}∂∇]/u.test(label.replace(signs, '')) &&
  nameLike.test(withoutBrackets(label));

const longestName = 120;

/** The length of a leading `name =`, equals sign included; 0 where there is none. */
export function leadingName(text: string): number {
  let depth = 0;
  for (let place = 0; place < Math.min(text.length, longestName); place++) {
    const mark = text[place]!;
    if ('([{'.includes(mark)) depth++;
    else if (')]}'.includes(mark)) depth--;
    else if (depth === 0 && (mark === '=' || mark === '≈'))
      return text[place + 1] !== '=' && namesAnswer(text.slice(0, place).trim()) ? place + 1 : 0;
  }
  return 0;
}
