import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromNested, tensor, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { partials, readChain, valuesAt } from './chain.js';
import { chainRule } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: unknown;
  readonly links: Readonly<
    Record<
      string,
      {
        readonly value: readonly number[];
        readonly jacobian: Nested;
        readonly elsewhere: readonly { readonly point: readonly number[]; readonly jacobian: Nested }[];
      }
    >
  >;
  readonly jacobian: Nested;
}

const file = new URL('../../../test/vectors/chain-rule.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

beforeAll(() => chainRule.prepare?.());

const expectClose = (ours: Tensor, theirs: Nested): void => {
  const { shape, data } = fromNested(theirs);
  expect(ours.shape).toEqual(shape);
  data.forEach((entry, offset) => {
    expect(Math.abs(ours.data[offset]! - entry)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(entry)));
  });
};

test('there are at least ten cases from SymPy', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(10);
});

describe.each(vectors)('SymPy on $name', ({ given, links, jacobian }) => {
  const parsed = chainRule.given.parse(given);

  test('agrees on the value and Jacobian of each function at its input', () => {
    const key = evaluate(chainRule.worksheet(parsed));
    for (const [name, link] of Object.entries(links)) {
      expectClose(key.value(`${name}.value`) as Tensor, link.value);
      expectClose(key.value(`${name}.jacobian-at-point`) as Tensor, link.jacobian);
    }
  });

  test('agrees on the partial derivatives as formulas', () => {
    for (const link of readChain(parsed).links)
      for (const { point, jacobian } of links[link.name]!.elsewhere)
        expectClose(valuesAt(link.variables, partials(link))(tensor([point.length], point)), jacobian);
  });

  test.each(['product', 'columns', 'rows'] as const)(
    'agrees on the whole chain, assembled as %s',
    (assembled) => {
      const key = evaluate(chainRule.worksheet({ ...parsed, assembled }));
      expectClose(key.value('jacobian') as Tensor, jacobian);
    },
  );
});
