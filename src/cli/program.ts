import { Command, CommanderError, Option } from 'commander';
import { FileError } from '../files/finding.js';
import { exit, UsageError, type Io } from './io.js';

type Action = (
  io: Io,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<number>;

interface CommandSpec {
  readonly name: string;
  readonly about: string;
  readonly options?: readonly Option[];
  /** Loads the command's own file, so that `--help` need not load the engine. */
  readonly load: () => Promise<{ readonly run: Action }>;
}

const json = new Option('--json', 'print one JSON document');

const commands: readonly CommandSpec[] = [
  {
    name: 'grade <assignment> <submissions>',
    about: 'mark a folder of submissions and write the reports',
    options: [
      new Option('--out <folder>', 'where results, grades and reports go').makeOptionMandatory(),
      new Option('--roster <file>', 'CSV of the students who should have handed in'),
      new Option('--rubric <file>', 'a rubric in place of the assignment’s own'),
      new Option('--format <list>', 'reports to write: html, md, or both').default('html'),
      new Option('--review <file>', 'a filled-in review.csv'),
      new Option('--variants <file>', 'the manifest.json of `variant`: each is marked on their own numbers'),
      new Option('--jobs <n>', 'cores to mark on; pays where cores are real and the class is large').default(
        '1',
      ),
      new Option('--strict', 'exit with 3 when something waits for a person'),
      json,
    ],
    load: () => import('./grade.js'),
  },
  {
    name: 'check <assignment> <answers>',
    about: 'mark your own answers: what is right, and why the rest is not',
    options: [
      new Option('--hint <level>', '1 says where, 2 says what; as far as the rubric allows')
        .choices(['1', '2'])
        .default('2'),
      new Option('--watch', 'mark again whenever the file changes'),
      json,
    ],
    load: () => import('./check.js'),
  },
  {
    name: 'sheet <assignment>',
    about: 'write an empty answer sheet',
    options: [new Option('--out <file>', 'a file in place of the terminal')],
    load: () => import('./sheet.js'),
  },
  {
    name: 'solve <problem>',
    about: 'print the worked solution of a problem or an assignment',
    options: [new Option('--seed <text>', 'solve the variant that this seed draws'), json],
    load: () => import('./solve.js'),
  },
  {
    name: 'variant <assignment>',
    about: 'draw every student their own numbers: handouts, answer sheets, keys, manifest',
    options: [
      new Option('--out <folder>', 'where handouts, sheets and keys go').makeOptionMandatory(),
      new Option(
        '--seed <text>',
        'any text; the same one draws the same numbers (default: the assignment’s id)',
      ),
      new Option('--roster <file>', 'CSV of the students who get a variant'),
      new Option('--count <n>', 'that many variants without names'),
      json,
    ],
    load: () => import('./variant.js'),
  },
  {
    name: 'audit <assignment> <key>',
    about: 'compare a published key with the recomputed one',
    options: [json],
    load: () => import('./audit.js'),
  },
  {
    name: 'lint <paths...>',
    about: 'find authoring errors and weak problems',
    options: [json],
    load: () => import('./lint.js'),
  },
  {
    name: 'families [name]',
    about: 'list the families of problems, or one with its givens, steps, slips and an example',
    options: [json],
    load: () => import('./families.js'),
  },
  {
    name: 'schema <kind>',
    about: 'print the JSON Schema of problem, assignment, rubric or submission files',
    load: () => import('./schema.js'),
  },
];

function build(io: Io, version: string, done: (code: number) => void): Command {
  const program = new Command('tickmark')
    .description('Marks worked, numeric homework the way a careful teaching assistant does.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(text.replace(/^error: /, '')),
    });
  for (const { name, about, options = [], load } of commands) {
    const command = program.command(name).description(about).exitOverride();
    for (const option of options) command.addOption(option);
    command.action(async (...values: unknown[]) => {
      const args = values
        .slice(0, -2)
        .flat()
        .filter((value): value is string => typeof value === 'string');
      const { run } = await load();
      done(await run(io, args, values.at(-2) as Record<string, unknown>));
    });
  }
  return program;
}

const fault = (error: unknown, debug: boolean): string => {
  const message = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack}` : '';
  return `This is a fault of tickmark, not of your files: ${message}\nPlease report it; TICKMARK_DEBUG=1 shows more.${stack}\n`;
};

/** Runs the command line; the exit code is returned, never set. */
export async function main(argv: readonly string[], io: Io, version: string, debug = false): Promise<number> {
  let code: number = exit.done;
  try {
    await build(io, version, (result) => (code = result)).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    if (error instanceof UsageError || error instanceof FileError) {
      io.err(`${error.message}\n`);
      return exit.usage;
    }
    io.err(fault(error, debug));
    return exit.fault;
  }
  return code;
}
