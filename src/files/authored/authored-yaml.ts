import type { z } from 'zod';
import { readAuthoredTree, type Path } from './authored-tree.js';
import type { Finding, Place } from '../finding.js';
import { guardYaml } from '../guard.js';
import { schemaFindings } from './schema-findings.js';

/** An instructor's file read by its schema; `value` only where nothing is wrong. */
export interface Authored<T> {
  readonly value: T | undefined;
  /** Every fault of the file at once, in the order of the file. */
  readonly findings: readonly Finding[];
  /** Where the value at a path stands; the nearest thing around it where the path leads nowhere. */
  readonly placeOf: (path: Path) => Place;
}

const inOrder = (a: Finding, b: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** Reads YAML strictly by a schema. Throws a FileError only for what the parser must not see. */
export function readAuthored<S extends z.ZodType>(
  file: string,
  source: string,
  schema: S,
): Authored<z.output<S>> {
  guardYaml(file, source);
  const tree = readAuthoredTree(file, source);
  const { placeOf } = tree;
  if (tree.findings.length > 0)
    return { value: undefined, findings: [...tree.findings].sort(inOrder), placeOf };
  const parsed = schema.safeParse(tree.value);
  if (parsed.success) return { value: parsed.data, findings: [], placeOf };
  const findings = schemaFindings(tree, schema, parsed.error.issues).sort(inOrder);
  return { value: undefined, findings, placeOf };
}
