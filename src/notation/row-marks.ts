const wrapper =
  /(?:(?:np|numpy|torch)\.)?(?:array|matrix|Matrix|tensor) ?\(\s{0,9}(\[[^()]*\])\s{0,9}(?:,[^()]{0,60})?\)/g;
const bullet = /^[ \t]*(?:[-–—][ \t]+(?=[A-Za-z])|[*•][ \t]+)/;
const numbering = /^[ \t]*\(?(\d{1,2})[.)][ \t]+/;
const ruleOfTable = /^[|:\- ]*\|[|:\- ]*$/;

/** A row of a table without its bars at the ends; the first cell is a name where it is one. */
function withoutBars(line: string): string {
  if (!line.includes('|')) return line;
  if (ruleOfTable.test(line)) return '';
  const inside = line.trim().replace(/^\|/, '').replace(/\|$/, '').trim();
  return inside.replace(/^([A-Za-z][\w^{}()']{0,20}) ?\|/, '$1:');
}

/** Lines without `1.`, `2.`, … before them; a NumPy print, whose numbers all end in a point, has none. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const isNumbered = filled.every((line, at) => {
    const found = numbering.exec(line);
    return found !== null && Number(found[1]) === at + 1 && !/\d\.(?!\d)/.test(line.slice(found[0].length));
  });
  return isNumbered && filled.length > 1 ? lines.map((line) => line.replace(numbering, '')) : lines;
}

/** Rows without what lists, tables and programs put around them: bullets, numbers, bars, `np.array(…)`. */
export const withoutMarks = (text: string): string =>
  withoutNumbers(text.replace(wrapper, '$1').split('\n'))
    .map((line) => withoutBars(line.replace(bullet, '')))
    .join('\n');
