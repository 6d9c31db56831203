const space = String.raw`(?:\s|\\quad|\\qquad|\\[,;:! ])`;
const numbers = String.raw`(?:ℝ|R|\\R|\\mathbb ?\{?R\}?|\\mathbf ?\{?R\}?)`;
const sizes = /^(?:\^?[\s\d\w{}()×*,⁰¹²³⁴-⁹ˣ]|\\times|\\cdot){0,40}$/;
const opening = new RegExp(`^${space}{0,4}${numbers}`);

/** A formula without the remark that says where its value lies: `\in \mathbb{R}^2`. */
export function withoutShapeRemark(text: string): string {
  const place = Math.max(text.lastIndexOf('∈'), text.lastIndexOf('\\in'));
  if (place < 1) return text;
  const rest = text.slice(place).replace(/^(?:∈|\\in(?![A-Za-z]))/, '');
  const set = opening.exec(rest);
  if (rest === text.slice(place) || !set || !sizes.test(rest.slice(set[0].length))) return text;
  return text.slice(0, place).replace(/(?:[\s,]|\\quad|\\qquad|\\[,;:! ]){1,12}$/, '');
}
