/** Names and positions from the top of the givens: `layers.0.weights`. */
export type GivenPath = readonly string[];

export const parsePath = (text: string): GivenPath => text.split('.');

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The value at a path; undefined where it leads nowhere. */
export const valueAt = (given: unknown, path: GivenPath): unknown =>
  path.reduce<unknown>(
    (value, name) => (isContainer(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    given,
  );

/** The givens with another value at a path that leads somewhere; the rest is shared. */
export function withValueAt(given: unknown, path: GivenPath, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const below = withValueAt(valueAt(given, [name]), rest, value);
  if (Array.isArray(given))
    return given.map((entry: unknown, position) => (position === Number(name) ? below : entry));
  return { ...(given as Record<string, unknown>), [name]: below };
}

/** Whether a value is a number, or nested lists of nothing but numbers. */
export const isNumeric = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(isNumeric) : typeof value === 'number';

/** Paths to all that a formula can read: numbers and lists of numbers. */
export function numericPaths(given: unknown, above = ''): string[] {
  if (!isContainer(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [...(isNumeric(value) ? [path] : []), ...numericPaths(value, path)];
  });
}
