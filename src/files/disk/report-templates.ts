import { join } from 'node:path';
import type { ReportTemplates } from '../../report/templates.js';
import type { Disk } from './disk.js';
import { limits } from '../limits.js';
import { packageRoot } from './package-root.js';

/** The texts of templates/, each by its file name without `.hbs`. */
export function readTemplates(disk: Disk): ReportTemplates {
  const folder = join(packageRoot(), 'templates');
  const names = disk.list(folder).filter(({ name }) => name.endsWith('.hbs'));
  return Object.fromEntries(
    names.map(({ name }) => [
      name.slice(0, -'.hbs'.length),
      disk.readText(join(folder, name), limits.textBytes),
    ]),
  );
}
