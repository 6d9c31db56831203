import type { z } from 'zod';
import { joinPath, type AuthoredTree, type Path } from './authored-tree.js';
import { didYouMean } from './did-you-mean.js';
import { finding, type Finding } from '../finding.js';
import { hintAt, keyHintAt, keysAt } from './schema-at.js';
import { showPlain, showText } from '../show.js';

type Issue = z.core.$ZodIssue;

const kinds: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list'],
  ['object', 'a mapping'],
  ['record', 'a mapping'],
  ['null', 'nothing'],
]);
const kindName = (expected: string): string => kinds.get(expected) ?? expected;

/** Words joined by commas, the last by "or". */
export const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const size = (origin: string, bound: number | bigint): string => {
  if (origin === 'string') return `${bound} characters`;
  if (origin === 'array' || origin === 'set') return `${bound} entries`;
  return String(bound);
};

/** What would have been right, in words. */
function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kindName(issue.expected);
    case 'invalid_value':
      return oneOf(issue.values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))));
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${size(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${size(issue.origin, issue.maximum)}`;
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return 'a text of another form';
    case 'invalid_union':
      return unionChoices(issue);
    case 'invalid_key':
      return issue.issues.map(expectedOf).join(' and ');
    default:
      return `that ${issue.message}`;
  }
}

/** Where no branch of a union comes near: what each would take. */
const unionChoices = (issue: Issue & { code: 'invalid_union' }): string => {
  const choices = issue.errors.flatMap((branch) =>
    branch.filter(({ path }) => path.length === 0).map(expectedOf),
  );
  return choices.length === 0 ? issue.message : oneOf([...new Set(choices)]);
};

/** Issues with unions replaced by the issues of the branch that fits best. */
function flatten(issue: Issue, above: Path = []): Issue[] {
  const path = [...above, ...issue.path] as Issue['path'];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const near = issue.errors.filter((branch) => !branch.some(isOtherKind));
  if (near.length === 0) return [{ ...issue, path }];
  const best = near.reduce((one, other) => (other.length < one.length ? other : one));
  return best.flatMap((inner) => flatten(inner, path));
}

/** The value is of another kind than the branch wants. */
const isOtherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

/** What stands in the file, as a message quotes it. */
function foundAt(tree: AuthoredTree, issue: Issue): string {
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const input = valueAt(tree.value, issue.path);
    if (Array.isArray(input)) return `${input.length}`;
    if (typeof input === 'string') return `${showText(input)}`;
  }
  const input = valueAt(tree.value, issue.path);
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return mappingOf(Object.keys(input));
  const source = tree.sourceOf(issue.path);
  return typeof input === 'string' ? showText(input) : showPlain(source ?? String(input)).slice(0, 40);
}

const mappingOf = (keys: readonly string[]): string =>
  keys.length === 0 ? 'an empty mapping' : `a mapping of ${showPlain(keys.slice(0, 8).join(', '))}`;

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? (inner as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );

/** `5 %` where a number is wanted is most often meant as a fraction. */
function percentHint(found: unknown): string {
  const match = typeof found === 'string' ? /^([-+]?\d{1,12}(?:\.\d{1,12})?)\s?%$/.exec(found) : null;
  return match ? `Write ${Number((Number(match[1]) / 100).toPrecision(12))}.` : '';
}

/** The findings of a schema's issues, with the places of the file. */
export function schemaFindings(
  tree: AuthoredTree,
  schema: z.core.$ZodType,
  issues: readonly Issue[],
): Finding[] {
  return issues
    .flatMap((issue) => flatten(issue))
    .flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => unknownKey(tree, schema, issue.path, key));
      const input = valueAt(tree.value, issue.path);
      const near =
        issue.code === 'invalid_value' && typeof input === 'string'
          ? didYouMean(
              input,
              issue.values.filter((value) => typeof value === 'string'),
            )
          : undefined;
      const wantsNumber =
        issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int');
      const hint =
        (near !== undefined && `Did you mean "${near}"?`) ||
        (issue.code === 'invalid_key' && keyHintAt(schema, issue.path.slice(0, -1))) ||
        (wantsNumber && percentHint(input)) ||
        hintAt(schema, issue.path) ||
        (issue.code === 'invalid_format' && issue.pattern !== undefined
          ? `It must match ${issue.pattern}`
          : '');
      const place = issue.code === 'invalid_key' ? tree.placeOfKey(issue.path) : tree.placeOf(issue.path);
      const found = issue.code === 'invalid_key' ? showText(String(issue.path.at(-1))) : foundAt(tree, issue);
      return [finding(place, expectedOf(issue), found, { path: joinPath(issue.path), hint })];
    });
}

function unknownKey(tree: AuthoredTree, schema: z.core.$ZodType, above: Path, key: string): Finding {
  const known = keysAt(schema, above);
  const near = didYouMean(key, known);
  return finding(tree.placeOfKey([...above, key]), `one of ${known.join(', ')}`, showText(key), {
    path: joinPath([...above, key]),
    hint: near === undefined ? '' : `Did you mean "${near}"?`,
  });
}
