import { z } from 'zod';
import { Assignment } from '../problem/assignment.js';
import { Problem } from '../problem/problem.js';
import { Rubric } from '../problem/rubric.js';
import { Submission } from '../problem/submission.js';
import { exit, UsageError, type Io } from './io.js';

const schemas = new Map<string, z.ZodType>(
  Object.entries({ problem: Problem, assignment: Assignment, rubric: Rubric, submission: Submission }),
);

/** Prints the JSON Schema of one kind of file. */
export async function run(io: Io, [kind]: readonly string[]): Promise<number> {
  const schema = schemas.get(kind!);
  if (!schema)
    throw new UsageError(`schema: expected one of ${[...schemas.keys()].join(', ')}, found "${kind}".`);
  io.out(
    `${JSON.stringify({ title: `tickmark ${kind}`, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
  );
  return exit.done;
}
