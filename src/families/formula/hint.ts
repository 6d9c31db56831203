const maths = /(\$\$[^$]+\$\$|\$[^$\n]+\$)/;
const place = /\{\{\s*([A-Za-z0-9_]{1,200})\s*\}\}/g;

/** Names that `{{…}}` in a hint asks for. */
export const namesInHint = (hint: string): string[] => [...hint.matchAll(place)].map(([, name]) => name!);

/** A hint with the values it asks for, as LaTeX; outside dollar signs a value brings its own. */
export const fillHint = (hint: string, written: Readonly<Record<string, string>>): string =>
  hint
    .split(maths)
    .map((piece, index) =>
      piece.replace(place, (_, name: string) => (index % 2 === 1 ? written[name]! : `$${written[name]!}$`)),
    )
    .join('');
