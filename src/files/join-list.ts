const startsLikeNumber = /^[-+−]?\.?\d/;
const looksLikeRow = (item: string): boolean => {
  if (/[,;]/.test(withoutBrackets(item))) return true;
  const words = item.split(/[ \t]+/);
  return words.length > 1 && words.every((word) => startsLikeNumber.test(word));
};

function withoutBrackets(item: string): string {
  let depth = 0;
  let outside = '';
  for (const character of item) {
    if ('[{('.includes(character)) depth += 1;
    else if (')}]'.includes(character)) depth -= 1;
    else if (depth === 0) outside += character;
  }
  return outside;
}

/** The items of a list as one text in brackets; where items are rows of several values, each in its own. */
export function joinList(items: readonly string[]): string {
  const rows = items.some(looksLikeRow);
  return `[${items.map((item) => (rows && !item.startsWith('[') ? `[${item}]` : item)).join(', ')}]`;
}

/** How much deeper in brackets a text ends than it starts; intervals such as [0, 1) close too. */
export function bracketBalance(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x5b || character === 0x7b || character === 0x28) depth += 1;
    else if (character === 0x5d || character === 0x7d || character === 0x29) depth -= 1;
  }
  return depth;
}

/** A line without its trailing YAML comment. */
export function withoutComment(line: string): string {
  const at = line.search(/[ \t]#/);
  return (at < 0 ? line : line.slice(0, at)).trim();
}
