/** An element of a page with its attributes, in document order. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const empty = new Set(['meta', 'br', 'hr', 'input', 'img', 'link']);
const tag = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z][A-Za-z0-9-]*(?:="[^"<>]*")?)*)(\/?)>/y;
const attribute = / ([A-Za-z][A-Za-z0-9-]*)(?:="([^"]*)")?/g;

/**
 * The elements of a page, by the letter of our own templates: every "<" must begin a well-formed tag, and every
 * element must be closed in its turn; anything else is an Error. Style sheets are left out.
 */
export function elementsOf(page: string): Element[] {
  const text = page.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/g, '');
  const found: Element[] = [];
  const open: string[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    tag.lastIndex = at;
    const match = tag.exec(text);
    if (!match) throw new Error(`no tag begins at "${text.slice(at, at + 60)}"`);
    const [, close, name, attributes, selfClosed] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    if (close) {
      const expected = open.pop();
      if (expected !== name) throw new Error(`</${name}> closes <${expected ?? 'nothing'}>`);
      continue;
    }
    const pairs = [...attributes.matchAll(attribute)].map(([, key, value]) => [key!, value ?? ''] as const);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length)
      throw new Error(`<${name}> repeats an attribute`);
    found.push({ name, attributes: new Map(pairs) });
    if (!empty.has(name) && !selfClosed) open.push(name);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)!}> is never closed`);
  return found;
}

/** Element names with their attributes' names: what no text may change. */
export const outlineOf = (page: string): string[] =>
  elementsOf(page).map(({ name, attributes }) => [name, ...attributes.keys()].join(' '));
