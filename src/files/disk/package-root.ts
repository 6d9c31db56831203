import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isOwnManifest = (path: string): boolean => {
  if (!existsSync(path)) return false;
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return (
    typeof manifest === 'object' && manifest !== null && 'name' in manifest && manifest.name === 'tickmark'
  );
};

/** The package's own folder, which holds templates/, rubrics/ and problems/: found upwards from a module of it. */
export function packageRoot(module: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(module)); ; folder = dirname(folder)) {
    if (isOwnManifest(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder)
      throw new Error('the package of tickmark is not complete: no package.json');
  }
}
