import type { Table } from './item.js';
import type { ItemSpec, PartSpec, TableSpec } from './problem.js';

export type Path = readonly (string | number)[];

/** An item before its points are known. */
export interface Draft {
  readonly id: string;
  readonly label: string;
  readonly spec: ItemSpec;
  readonly path: Path;
}

const axisEntries = (axis: TableSpec['rows']): { id: string; step: string; label: string }[] =>
  Object.entries(axis).map(([id, entry]) =>
    typeof entry === 'string' ? { id, step: entry, label: id } : { id, ...entry },
  );

const joinNames = (...names: readonly string[]): string => names.filter((name) => name !== '').join('.');

function tableDrafts(
  id: string,
  path: Path,
  { rows, columns, by }: TableSpec,
): { drafts: Draft[]; table: Table } {
  const outer = by ? axisEntries(by) : [null];
  const heads = outer.flatMap((first) =>
    axisEntries(columns).map((column) =>
      first
        ? {
            id: `${first.id}-${column.id}`,
            step: joinNames(first.step, column.step),
            label: `${first.label} ${column.label}`,
          }
        : column,
    ),
  );
  const drafts: Draft[] = [];
  const lines = axisEntries(rows).map((row) => ({
    id: row.id,
    label: row.label,
    items: heads.map((column) => {
      const item = `${id}.${row.id}.${column.id}`;
      const spec: ItemSpec = { answer: joinNames(row.step, column.step) };
      drafts.push({
        id: item,
        label: `${row.label}, ${column.label}`,
        spec,
        path: [...path, 'table', 'rows', row.id],
      });
      return item;
    }),
  }));
  return { drafts, table: { columns: heads.map(({ id, label }) => ({ id, label })), rows: lines } };
}

/** The items a part asks for, in order, before points are shared. */
export function draftsOf(id: string, path: Path, part: PartSpec): { drafts: Draft[]; table: Table | null } {
  if (part.table) return tableDrafts(id, path, part.table);
  if (!part.items) return { drafts: [{ id, label: part.label ?? '', spec: part, path }], table: null };
  const drafts = Object.entries(part.items).map(([name, spec]) => ({
    id: `${id}.${name}`,
    label: spec.label ?? name,
    spec,
    path: [...path, 'items', name],
  }));
  return { drafts, table: null };
}
