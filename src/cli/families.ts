import { stringify } from 'yaml';
import { z } from 'zod';
import { families, loadFamilies, loadFamily } from '../families/index.js';
import type { Family } from '../families/family.js';
import { exit, UsageError, type Io } from './io.js';

interface Described {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly given: unknown;
  readonly steps: readonly { readonly name: string; readonly type: string }[];
  readonly slips: readonly { readonly name: string; readonly hint: string }[];
  readonly example: unknown;
}

function describe(family: Family): Described {
  const example = Object.values(family.samples)[0];
  const sheets = Object.values(family.samples).map((sample) => family.worksheet(family.given.parse(sample)));
  const slips = new Map<string, string>();
  for (const { steps, misreadings } of sheets) {
    for (const step of steps.values())
      for (const [name, { hint }] of Object.entries(step.slips))
        if (!slips.has(name)) slips.set(name, typeof hint === 'string' ? hint : '');
    for (const [name, { hint }] of Object.entries(misreadings)) slips.set(name, hint);
  }
  return {
    name: family.name,
    title: family.title,
    about: family.about,
    given: z.toJSONSchema(family.given, { io: 'input', unrepresentable: 'any' }),
    steps: [...sheets[0]!.steps.values()].map(({ name, type }) => ({ name, type })),
    slips: [...slips].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, hint]) => ({ name, hint })),
    example,
  };
}

const givenLines = (schema: unknown): string[] => {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties).map(
    ([name, { description = '' }]) =>
      `  ${name}${required.includes(name) ? '' : ' (optional)'}  ${description}`,
  );
};

const written = (family: Described): string =>
  [
    `${family.name}: ${family.title}`,
    '',
    family.about,
    '',
    'Givens',
    ...givenLines(family.given),
    '',
    'Steps of the example below (what a part may ask for)',
    ...family.steps.map(({ name, type }) => `  ${name} (${type})`),
    '',
    'Slips (the student …)',
    ...family.slips.map(({ name }) => `  ${name}`),
    '',
    'Example',
    ...stringify({ family: family.name, given: family.example }, { lineWidth: 100 })
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    '',
  ].join('\n');

/** Lists the families, or describes one. */
export async function run(
  io: Io,
  [name]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  if (name === undefined) {
    const list = (await loadFamilies()).map(({ name: id, title, about }) => ({ name: id, title, about }));
    io.out(
      options['json']
        ? `${JSON.stringify(list, null, 2)}\n`
        : `${list.map((family) => `${family.name.padEnd(18)}${family.title}`).join('\n')}\n`,
    );
    return exit.done;
  }
  const family = await loadFamily(name);
  if (!family)
    throw new UsageError(`families: expected one of ${Object.keys(families).join(', ')}, found "${name}".`);
  const described = describe(family);
  io.out(options['json'] ? `${JSON.stringify(described, null, 2)}\n` : written(described));
  return exit.done;
}
