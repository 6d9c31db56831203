import type { Item, Part, Table } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { formatPoints } from '../problem/points.js';
import { plainProse } from './media/prose-text.js';

const width = 96;

/** Words in lines of at most `width` characters. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    if (current !== '' && indent.length + 2 + current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** Markdown as comment lines of a YAML file: paragraphs are set anew, tables keep their lines. */
const comment = (markdown: string, indent: string): string[] =>
  plainProse(markdown)
    .trim()
    .split(/\n{2,}/)
    .flatMap((paragraph) => (paragraph.includes('|') ? paragraph.split('\n') : wrap(paragraph, indent)))
    .map((line) => `${indent}# ${line}`.trimEnd());

const pointsOf = (points: Part['points']): string => {
  const written = formatPoints(points);
  if (written === '0') return 'optional';
  return `${written} ${written === '1' ? 'point' : 'points'}`;
};

const expectation = (item: Item): string =>
  item.kind === 'review'
    ? 'your own words'
    : item.read.as === 'percent'
      ? 'a percentage such as 12.5 %'
      : item.type.expects;

function gridLines({ rows, columns }: Table, indent: string): string[] {
  const names = rows.map(({ id }) => id);
  const first = Math.max(...names.map((name) => name.length));
  const heads = columns.map(({ label }) => label);
  const cells = (texts: readonly string[]): string =>
    texts
      .map((text, at) => text.padEnd(heads[at]!.length))
      .join(' | ')
      .trimEnd();
  return [
    `${indent}${''.padEnd(first)} | ${cells(heads)}`,
    ...names.map((name) => `${indent}${name.padEnd(first)} | ${cells(heads.map(() => ''))}`),
  ];
}

function partLines(part: Part): string[] {
  const ask = comment(
    `${part.label} ${part.ask ?? ''} [${pointsOf(part.points)}]`.replace(/  +/g, ' '),
    '    ',
  );
  if (part.table) {
    const show =
      '    # A cell a bar: write between the bars, "-" for none, and leave empty what you do not know.';
    return [...ask, show, `    ${part.id}: |`, ...gridLines(part.table, '      ')];
  }
  const [only] = part.items;
  if (part.items.length === 1 && only!.id.split('.').length === 2)
    return [...ask, ...comment(`Write ${expectation(only!)}.`, '    '), `    ${part.id}: |`, '      '];
  return [
    ...ask,
    `    ${part.id}:`,
    ...part.items.flatMap((item) => [
      ...comment(`${(item.ask ?? item.label).trim()} [${pointsOf(item.points)}]`, '      '),
      ...comment(`Write ${expectation(item)}.`, '      '),
      `      ${item.id.split('.')[2]}: |`,
      '        ',
    ]),
  ];
}

/** An id that YAML could take for something else stands in single quotes. */
const quoted = (id: string): string =>
  /^[A-Za-z0-9][\w.@-]*$/.test(id) ? id : `'${id.replaceAll("'", "''")}'`;

/** Whose sheet it is, and the drawn numbers it carries. */
export interface SheetOwner {
  readonly student: string;
  readonly drawn: string;
}

/** An empty submission: each question as a comment, answers under `|`, tables as grids with their headings. */
export const answerSheet = (title: string, problems: readonly OpenProblem[], owner?: SheetOwner): string =>
  [
    `# ${title}`,
    ...(owner
      ? [
          '# Write each answer below its question. Spaces at the start of a line matter, nothing else does.',
          `student: ${quoted(owner.student)}`,
          '# The numbers of your handout; leave this line as it is.',
          `variant: '${owner.drawn}'`,
        ]
      : [
          '# Write your id, then each answer below its question. Spaces at the start of a line matter, nothing else does.',
          'student: ',
        ]),
    'answers:',
    ...problems.flatMap((problem) => [
      '',
      ...comment(problem.title, '  '),
      ...(problem.text === null ? [] : comment(problem.text, '  ')),
      `  ${problem.id}:`,
      ...problem.parts.flatMap((part) => ['', ...partLines(part)]),
    ]),
    '',
  ]
    .map((line) => (line.trim() === '' ? '' : line))
    .join('\n');
