import { createHash } from 'node:crypto';

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const safe = /^[A-Za-z0-9_][A-Za-z0-9._@-]{0,63}$/;

const isSafe = (id: string): boolean => safe.test(id) && !id.endsWith('.') && !reserved.test(id);

/** Readable letters of an id, for a name that a hash makes unique. */
const slug = (id: string): string =>
  id
    .slice(0, 200)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '') || 'student';

/** What a disk may not tell apart: letter case and Unicode form. */
const fold = (id: string): string => id.normalize('NFKC').toLowerCase().normalize('NFKC');

/**
 * File names for the reports of students, without ending: the id itself where every disk can hold it beside the
 * others, else a slug and eight digits of the id's hash. Give all known ids, so that the names do not depend on order.
 */
export function reportNames(known: Iterable<string> = []): (id: string) => string {
  const names = new Map<string, string>();
  const taken = new Map<string, string>();
  const twins = new Map<string, number>();
  const ids = new Set(known);
  for (const id of ids) twins.set(fold(id), (twins.get(fold(id)) ?? 0) + 1);
  // Ids that keep their own name come first: no made name may take it.
  for (const id of ids) if (isSafe(id) && twins.get(fold(id)) === 1) claim(id, id);
  function claim(id: string, name: string): boolean {
    const owner = taken.get(fold(name));
    if (owner !== undefined && owner !== id) return false;
    taken.set(fold(name), id);
    names.set(id, name);
    return true;
  }
  return (id) => {
    const given = names.get(id);
    if (given !== undefined) return given;
    if (isSafe(id) && (twins.get(fold(id)) ?? 0) <= (ids.has(id) ? 1 : 0) && claim(id, id)) return id;
    const hash = createHash('sha256').update(id).digest('hex');
    const digits = [8, 16, 64].find((count) => claim(id, `${slug(id)}-${hash.slice(0, count)}`));
    if (digits === undefined) throw new Error('two ids share a hash');
    return names.get(id)!;
  };
}
