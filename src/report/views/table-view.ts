import type { Mark } from '../../marking/mark.js';
import type { Table } from '../../problem/item.js';
import { evidence } from '../words/evidence.js';
import { evidenceView, markPoints, markSign, saidBeyondSign, type EvidenceView } from './item-view.js';
import type { Medium } from '../media/medium.js';
import { listed, type Phrase } from '../words/phrase.js';
import type { VerdictSign } from '../words/verdict-words.js';
import type { Wording } from '../words/wording.js';

export interface CellView {
  /** Null where nothing was written. */
  readonly written: string | null;
  readonly sign: VerdictSign;
}

/** What is said of one cell, or at once of all cells of which the same is true. */
export interface CellRemark<R> {
  readonly heading: string;
  readonly sign: VerdictSign;
  readonly says: readonly R[];
  /** Of a single cell its lines, of several cells a line each. */
  readonly evidence: readonly EvidenceView<R>[];
}

export interface TableView<R> {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly CellView[] }[];
  readonly remarks: readonly CellRemark<R>[];
}

const needsWords = ({ verdict, notes, comment }: Mark): boolean =>
  verdict !== 'correct' || notes.length > 0 || comment !== null;

/** Cells that a remark's heading names; more are counted, and named line by line. */
const namedCells = 4;

const shortLabel = ({ item }: Mark): string => item.label.replace(', ', ' ');

/** All that is known of one cell among several, in one line: "you wrote 31; expected 32". */
const cellPhrase = (mark: Mark, words: Wording): Phrase =>
  evidence(mark, words)
    .filter(({ label }) => label !== 'Compared')
    .flatMap(({ label, phrase }, index) => [
      `${index > 0 ? '; ' : ''}${label.slice(0, 1).toLowerCase()}${label.slice(1)} `,
      ...phrase,
    ]);

function remarkOnSeveral<R>(
  marks: readonly Mark[],
  says: readonly Phrase[],
  words: Wording,
  medium: Medium<R>,
): CellRemark<R> {
  const lines = marks.map((mark) => ({ label: shortLabel(mark), phrase: cellPhrase(mark, words) }));
  const names = listed(marks.map(shortLabel));
  const isNamed = marks.length > namedCells && lines.every(({ phrase }) => phrase.length === 0);
  const points = new Set(marks.map(markPoints));
  const each = points.size === 1 ? `: ${[...points].join('')} each` : '';
  return {
    heading: medium.text(`${marks.length > namedCells ? `${marks.length} cells` : names}${each}`),
    sign: markSign(marks[0]!),
    says: [...says, ...(isNamed ? [[`${names}.`]] : [])].map(medium.phrase),
    evidence: lines
      .filter(({ phrase }) => phrase.length > 0)
      .map(({ label, phrase }) => ({ label: medium.text(label), value: medium.phrase(phrase) })),
  };
}

function remarksOn<R>(marks: readonly Mark[], words: Wording, medium: Medium<R>): CellRemark<R>[] {
  const groups = new Map<string, { says: readonly Phrase[]; marks: Mark[] }>();
  for (const mark of marks.filter(needsWords)) {
    const says = saidBeyondSign(mark, words);
    const same = JSON.stringify([markSign(mark).word, says]);
    const group = groups.get(same) ?? { says, marks: [] };
    group.marks.push(mark);
    groups.set(same, group);
  }
  return [...groups.values()].map(({ says, marks: [first, ...others] }) =>
    others.length > 0
      ? remarkOnSeveral([first!, ...others], says, words, medium)
      : {
          heading: medium.text(`${first!.item.label}: ${markPoints(first!)}`),
          sign: markSign(first!),
          says: says.map(medium.phrase),
          evidence: evidenceView(first!, words, medium),
        },
  );
}

/** A part's table as the student filled it in, and the remarks on the cells that need words. */
export function tableView<R>(
  table: Table,
  marks: ReadonlyMap<string, Mark>,
  words: Wording,
  medium: Medium<R>,
): TableView<R> {
  const markOf = (item: string): Mark => marks.get(item)!;
  return {
    columns: table.columns.map(({ label }) => medium.text(label)),
    rows: table.rows.map(({ label, items }) => ({
      label: medium.text(label),
      cells: items.map(markOf).map((mark) => ({
        written: mark.written === null || mark.written.trim() === '' ? null : medium.cell(mark.written),
        sign: markSign(mark),
      })),
    })),
    remarks: remarksOn(
      table.rows.flatMap(({ items }) => items.map(markOf)),
      words,
      medium,
    ),
  };
}
