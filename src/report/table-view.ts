import type { Mark } from '../marking/mark.js';
import type { Table } from '../problem/item.js';
import { evidenceView, markPoints, markSign, type EvidenceView } from './item-view.js';
import { verdictWords } from './mark-words.js';
import type { Medium } from './medium.js';
import { listed, type Phrase } from './phrase.js';
import type { VerdictSign } from './verdict-words.js';
import type { Wording } from './wording.js';

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
  readonly cells: readonly CellEvidence<R>[];
}

export interface CellEvidence<R> {
  /** Empty where the remark's heading names this cell alone. */
  readonly label: string;
  readonly points: string;
  readonly evidence: readonly EvidenceView<R>[];
}

export interface TableView<R> {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly CellView[] }[];
  readonly remarks: readonly CellRemark<R>[];
}

const needsWords = ({ verdict, notes, comment }: Mark): boolean =>
  verdict !== 'correct' || notes.length > 0 || comment !== null;

function remarksOn<R>(marks: readonly Mark[], words: Wording, medium: Medium<R>): CellRemark<R>[] {
  const groups = new Map<string, { says: readonly Phrase[]; marks: Mark[] }>();
  for (const mark of marks.filter(needsWords)) {
    const says = verdictWords(mark, words);
    const same = JSON.stringify([markSign(mark).word, says]);
    const group = groups.get(same) ?? { says, marks: [] };
    group.marks.push(mark);
    groups.set(same, group);
  }
  return [...groups.values()].map((group) => ({
    heading: medium.text(
      listed(
        group.marks.map(({ item }) => (group.marks.length > 1 ? item.label.replace(', ', ' ') : item.label)),
      ),
    ),
    sign: markSign(group.marks[0]!),
    says: group.says.map(medium.phrase),
    cells: group.marks.flatMap((mark) => {
      const lines = evidenceView(mark, words, medium);
      const label = group.marks.length > 1 ? medium.text(mark.item.label) : '';
      return lines.length === 0 ? [] : [{ label, points: markPoints(mark), evidence: lines }];
    }),
  }));
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
