import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, root, tickmark } from './command-line.js';

const documents = ['README.md', 'CONTRIBUTING.md'].map((name) => readFileSync(join(root, name), 'utf8'));

/** The words of a plain command line: no quotes, pipes or variables. */
const commands = documents.flatMap((text) =>
  [...text.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block]) =>
    block!
      .split('\n')
      .filter((line) => line.startsWith('npx tickmark '))
      .map((line) =>
        line
          .replace(/\s+#.*$/, '')
          .split(/\s+/)
          .slice(2),
      ),
  ),
);

// Lint surveys hundreds of variants of every problem.
describe('the commands that the documents show', { timeout: 120_000 }, () => {
  it('are there', () => {
    expect(commands.length).toBeGreaterThan(5);
  });

  it.each(commands.map((argv) => [argv.join(' '), argv] as const))('tickmark %s', async (_, argv) => {
    const cwd = folderOf();
    for (const name of ['problems', 'rubrics'])
      cpSync(join(root, name), join(cwd, name), { recursive: true });
    const { code, out, err } = await tickmark(argv, { cwd });
    expect(err).toBe('');
    expect(out).not.toBe('');
    // A check or an audit of a key with a printed mistake says no.
    expect(['check', 'audit'].includes(argv[0]!) ? [0, 1] : [0]).toContain(code);
  });
});
