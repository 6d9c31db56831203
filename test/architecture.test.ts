import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src');

/** The folders of ARCHITECTURE.md; a file imports only from its own folder and from those before it. */
const order = [
  'engine',
  'notation',
  'answers',
  'families',
  'problem',
  'marking',
  'report',
  'files',
  'class',
  'cli',
];
const mayTouchTheMachine = ['files', 'class', 'cli'];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.replaceAll('\\', '/'));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1]!,
  );

/** Imports that exist at run time; a type alone ties no knot. */
const runtimeImportsOf = (file: string): string[] =>
  [
    ...readFileSync(join(source, file), 'utf8').matchAll(
      /(?:^|\n)(?:import|export) (?!type )[^;']*? from '([^']+)'/g,
    ),
  ].map((match) => match[1]!);

const folderOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : '');

const inside = (file: string, imports = importsOf): string[] =>
  imports(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(source, normalize(join(source, dirname(file), name))).replaceAll('\\', '/'));

describe('the house', () => {
  it('knows every folder of src', () => {
    const found = new Set(files.map(folderOf).filter((folder) => folder !== ''));
    expect([...found].filter((folder) => !order.includes(folder))).toEqual([]);
  });

  it('lets imports point up the list only', () => {
    const down = files.flatMap((file) => {
      const own = order.indexOf(folderOf(file));
      return own < 0
        ? []
        : inside(file)
            .filter((target) => order.indexOf(folderOf(target)) > own || folderOf(target) === '')
            .map((target) => `${file} imports ${target}`);
    });
    expect(down).toEqual([]);
  });

  it('lets no family import another', () => {
    const across = files
      .filter((file) => /^families\/[^/]+\//.test(file))
      .flatMap((file) =>
        inside(file)
          .filter(
            (target) => /^families\/[^/]+\//.test(target) && target.split('/')[1] !== file.split('/')[1],
          )
          .map((target) => `${file} imports ${target}`),
      );
    expect(across).toEqual([]);
  });

  it('keeps the machine behind files, class and cli', () => {
    const reaching = files
      .filter((file) => !mayTouchTheMachine.includes(folderOf(file)) && file !== 'index.ts')
      .filter((file) => importsOf(file).some((name) => name.startsWith('node:')));
    expect(reaching).toEqual([]);
  });

  it('has no import cycle between files', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        inside(file, runtimeImportsOf).map((target) => target.replace(/\.js$/, '.ts')),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
