// The least any marker of these files must do: read and parse each, and write as many files of the same sizes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [, , submissions, out, sizesFile] = process.argv;
const sizes = JSON.parse(readFileSync(sizesFile, 'utf8'));
mkdirSync(join(out, 'students'), { recursive: true });
for (const name of readdirSync(submissions).sort()) parse(readFileSync(join(submissions, name), 'utf8'));
for (const [name, size] of sizes) writeFileSync(join(out, name), 'x'.repeat(size));
