import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traits, type Architecture } from '../engine/layers/architecture.js';
import { activations, type LayerRecord } from '../engine/layers/layer-record.js';
import { connectives, tableOf, type Logic, type LogicFormula } from '../engine/logic.js';
import { none } from '../engine/none.js';
import { sizeOf, tensor } from '../engine/tensor.js';
import { tablesOf, type Convention, type ThresholdNetwork } from '../engine/threshold-network.js';
import { hasFiniteConstants, randomFormulas, randomNames } from '../../test/random-formulas.js';
import { countNodes } from '../notation/expression/tree.js';
import { parseFormula } from '../notation/formula/read-formula.js';
import { readSymbols } from '../notation/formula/symbol-specs.js';
import type { AnswerType, Example, ReadOptions } from './answer-type.js';
import { declare } from './network/declared-network.js';
import { indexedFormulaFrom } from './formula/indexed-sum.js';
import { traitTable } from './network/network-traits.js';
import { answerTypes } from './all-types.js';
import { answerType, loadFormulaTypes, type AnswerTypeName } from './index.js';

const types: readonly AnswerType[] = Object.values(answerTypes);
await loadFormulaTypes();

const exact = { relative: 0, absolute: 0 };

/** What becomes of a text for a key: accepted, rejected, or the state of its reading. */
function outcome(
  type: AnswerType,
  key: unknown,
  text: string,
  options: Partial<ReadOptions>,
  rule = exact,
): string {
  const reading = type.read(text, { decimal: 'point', like: key, ...options });
  if (reading.state !== 'read') return reading.state;
  const { entries } = type.compare(reading.answer, key, rule);
  return entries.every((entry) => entry === 'correct') ? 'accepted' : 'rejected';
}

const exampleOutcome = (type: AnswerType, example: Example<unknown>, text: string): string =>
  outcome(type, example.key, text, example.options ?? {}, { ...exact, ...example.rule });

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const tensorOfRank = (rank: number) =>
  fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: rank, maxLength: rank })
    .chain((shape) =>
      fc
        .array(finite, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
        .map((data) => tensor(shape, data)),
    );

const { formula } = fc.letrec<{ formula: Logic }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('a', 'B', 'x_1').map((name): Logic => ({ kind: 'variable', name })),
    fc.constantFrom(0, 1).map((value): Logic => ({ kind: 'constant', value: value as 0 | 1 })),
    tie('formula').map((of): Logic => ({ kind: 'not', of })),
    fc
      .record({ kind: fc.constantFrom(...connectives), left: tie('formula'), right: tie('formula') })
      .map((parts): Logic => parts),
  ),
}));
const formulas = formula.map((drawn): LogicFormula => {
  const variables = ['a', 'B', 'x_1'];
  return { formula: drawn, variables, table: tableOf(drawn, variables), form: 'any' };
});

const convention: Convention = {
  threshold: '>',
  inputs: '0/1',
  units: '±1',
  biasPlace: 'first',
  bias: 'added',
};
const networks = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 2 }).chain((hidden) => {
  const sizes = [3, ...hidden, 1];
  const layer = (units: number, inputs: number) =>
    fc.array(
      fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
        minLength: inputs + 1,
        maxLength: inputs + 1,
      }),
      { minLength: units, maxLength: units },
    );
  return fc
    .tuple(...sizes.slice(1).map((units, index) => layer(units, sizes[index]!)))
    .map((layers): ThresholdNetwork => {
      const names = layers.map((units, place) => units.map((_, unit) => `${'hgy'[place]}${unit + 1}`));
      const variables = ['A', 'B', 'C'];
      return { layers, names, variables, convention, wanted: tablesOf(layers, 3, convention) };
    });
});

const between: fc.Arbitrary<LayerRecord> = fc.oneof(
  fc.constantFrom(...activations).map((activation): LayerRecord => ({ activation })),
  fc.boolean().map((affine): LayerRecord => ({ 'batch-norm': { affine } })),
  fc.constant<LayerRecord>({ dropout: {} }),
);
const convolutions = fc
  .record({
    filters: fc.integer({ min: 1, max: 64 }),
    half: fc.nat({ max: 3 }),
    same: fc.boolean(),
    bias: fc.boolean(),
  })
  .map(({ filters, half, same, bias }): LayerRecord => ({
    conv: { filters, kernel: 2 * half + 1, padding: same ? 'same' : half, ...(!bias && { bias }) },
  }));
const pools = fc.constantFrom<LayerRecord>(
  { 'max-pool': { kernel: 2 } },
  { 'max-pool': { kernel: 3, stride: 2, padding: 1, rounding: 'ceil' } },
  { 'avg-pool': { kernel: [2, 3], stride: 2 } },
  { 'adaptive-pool': { of: 'average', output: [24, 20] } },
);
const architectures = fc
  .tuple(
    fc.array(fc.tuple(convolutions, fc.array(between, { maxLength: 2 }), pools), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.boolean(),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.array(between, { maxLength: 1 })), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([blocks, flattens, dense]): Architecture => {
    const records: LayerRecord[] = [
      ...blocks.flatMap(([conv, more, pool]) => [conv, ...more, pool]),
      ...(flattens ? [{ flatten: {} }] : []),
      ...dense.flatMap(([units, more]) => [{ fc: { units } }, ...more]),
    ];
    const layers = records.map((layer) => ({ layer }));
    const input = [3, 64, 48];
    const network = declare(layers, { input });
    const lists = traits.map((trait) => ({
      asks: 'same' as const,
      trait,
      list: traitTable[trait].listOf(network),
      points: 1,
    }));
    return { layers, input, classes: undefined, constraints: [{ asks: 'fit', points: 1 }, ...lists] };
  });

const symbols = readSymbols(Object.fromEntries(randomNames.map((name) => [name, {}])));
const smallFormulas = randomFormulas().filter((tree) => countNodes(tree) < 50 && hasFiniteConstants(tree));
const formulasOfNumbers = smallFormulas.map((drawn) => ({ formula: drawn, symbols }));
const formulaMatrices = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) => {
    const row = fc.array(smallFormulas, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows }).map((drawn) => ({ rows: drawn, symbols }));
  });

const matrixSymbols = readSymbols(
  { A: { shape: [2, 3] }, B: { shape: [3, 2] }, v: { shape: [3] }, c: {} },
  'matrices',
);
/** Formulas whose shapes fit: each kind of product and function once, at random places. */
const matrixFormulas = fc
  .letrec<{ square: string; tall: string }>((tie) => ({
    square: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('A*B', '(A ⊙ B^T)*B', 'A*diag(v)*B', '[[c, 1], [0, c^2]]'),
      fc
        .tuple(tie('square'), fc.constantFrom('+', '-', '*', '⊙'), tie('square'))
        .map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
      tie('square').map((of) => `(${of})^T`),
      tie('tall').map((of) => `A*(${of})`),
    ),
    tall: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('B', 'A^T', "2*c*B - relu'(A)^T", 'B/‖v‖'),
      tie('tall').map((of) => `tanh(${of})`),
      tie('square').map((of) => `B*(${of})`),
    ),
  }))
  .square.map((text) => ({
    formula: parseFormula(text, { kind: 'matrices', symbols: matrixSymbols }),
    symbols: matrixSymbols,
  }));
const sums = fc
  .tuple(
    fc.constantFrom('Σ_{j}', 'Σ_{j=0}^{n-1}', 'Σ_{0≤j<2}'),
    fc.constantFrom('A[i,j] x[j]', 'A[i, j]^2', '(x_j + j)', 'A[i,j]*(1 - x[n-1-j])'),
    fc.constantFrom('', ' + x[i]', ' - 2 Σ_{k} A[i,k]', '*e^{x[i]}'),
  )
  .map(([sign, body, rest]) =>
    indexedFormulaFrom({
      formula: `${sign} ${body}${rest}`,
      symbols: { A: { shape: [2, 3] }, x: { shape: [3] }, n: { size: 3 } },
      indices: { i: 2 },
    }),
  );

const values: Readonly<Record<AnswerTypeName, fc.Arbitrary<unknown>>> = {
  integer: fc.oneof(fc.maxSafeInteger(), finite.map(Math.trunc), fc.constant(none)),
  number: fc.oneof(finite, fc.constantFrom(Infinity, -Infinity, none)),
  shape: fc.oneof(fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 6 }), fc.constant(none)),
  vector: fc.oneof(tensorOfRank(1), fc.constant(none)),
  matrix: fc.oneof(tensorOfRank(2), fc.constant(none)),
  tensor: fc.oneof(tensorOfRank(0), tensorOfRank(3), tensorOfRank(4), fc.constant(none)),
  choice: fc.stringMatching(/^[a-z]{2,12}( [a-z]{1,8})?$/),
  text: fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
  'logic-formula': formulas,
  'threshold-network': networks,
  location: fc.oneof(
    fc.record({
      origin: fc.constantFrom(0, 1),
      places: fc.integer({ min: 1, max: 4 }).chain((rank) =>
        fc.array(fc.array(fc.nat({ max: 99 }), { minLength: rank, maxLength: rank }), {
          minLength: 1,
          maxLength: 20,
        }),
      ),
    }),
    fc.constant(none),
  ),
  'index-range': fc
    .tuple(fc.integer({ min: -99, max: 999 }), fc.nat({ max: 999 }))
    .map(([from, more]) => ({ from, to: from + more })),
  'any-of': fc
    .uniqueArray(fc.nat({ max: 9999 }), { minLength: 1, maxLength: 6 })
    .map((among) => ({ chosen: among[0]!, among })),
  'number-set': fc.oneof(
    fc.uniqueArray(fc.nat({ max: 9999 }), { minLength: 1, maxLength: 9 }),
    fc.constant(none),
  ),
  layers: architectures,
  expression: formulasOfNumbers,
  'expression-matrix': formulaMatrices,
  'matrix-expression': matrixFormulas,
  'indexed-sum': sums,
};

describe.each(types)('the answer type $name', (type) => {
  const name = type.name as AnswerTypeName;
  const marked = type.examples.flatMap((example) => [
    ...example.accepts.map((text) => ({ text, example, expected: 'accepted' })),
    ...example.rejects.map((text) => ({ text, example, expected: 'rejected' })),
    ...(example.unreadable ?? []).map((text) => ({ text, example, expected: 'unreadable' })),
  ]);

  it.each(marked)('holds its example: $text is $expected', ({ text, example, expected }) => {
    expect(exampleOutcome(type, example, text)).toBe(expected);
  });

  it('is found by its name', () => {
    expect(answerType(type.name)).toBe(type);
  });

  it('reads what it writes as the same value, exactly', () => {
    fc.assert(
      fc.property(values[name], (value) => {
        expect(outcome(type, value, type.write(value), {})).toBe('accepted');
      }),
    );
  });

  it('agrees with, and carries, what it writes', () => {
    fc.assert(
      fc.property(values[name], (value) => {
        const reading = type.read(type.write(value), { decimal: 'point', like: value });
        if (reading.state !== 'read') throw new Error(`${type.write(value)} is ${reading.state}`);
        expect(type.agrees(reading.answer, value)).toBe(true);
        const carried = type.fill(reading.answer, () => value);
        expect(outcome(type, carried, type.write(value), {})).toBe('accepted');
      }),
    );
  });

  it('calls empty text and every kind of space blank', () => {
    for (const text of ['', ' ', '\t', '\n \n', '\u00a0', '\u2009 '])
      expect(type.read(text, { decimal: 'point' }).state).toBe('blank');
  });

  it('reads any text at all without an error, and gives finite JSON back', () => {
    const digitsAndSigns = fc.string({
      unit: fc.constantFrom(...'0123456789.,;:+-−×*/^(){}[]|=_?x \n\\&%#$e½²∞'),
    });
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), digitsAndSigns);
    const rule = { relative: 0.01, absolute: 0.001, atLeast: 3 };
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(...type.examples),
        fc.constantFrom('point', 'comma'),
        (text, { key, options }, decimal) => {
          const reading = type.read(text, { decimal: decimal as 'point', like: key, ...options });
          if (reading.state !== 'read') return;
          const { entries, distance } = type.compare(reading.answer, key, rule);
          expect(entries.length).toBeGreaterThan(0);
          expect(distance === null || (Number.isFinite(distance) && distance >= 0)).toBe(true);
          expect(JSON.stringify(type.echo(reading.answer))).not.toContain('undefined');
          type.agrees(reading.answer, key);
          if (type.plausible(reading.answer, key) === true) type.fill(reading.answer, () => key);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a hostile answer', () => {
  const keys: Readonly<Record<Exclude<AnswerTypeName, 'text'>, unknown>> = {
    integer: 5,
    number: 5,
    shape: [5, 5],
    vector: tensor([2], [5, 5]),
    matrix: tensor([2, 2], [5, 5, 5, 5]),
    tensor: tensor([1, 1, 2], [5, 5]),
    choice: 'high',
    'logic-formula': answerTypes['logic-formula'].examples[0]!.key,
    'threshold-network': answerTypes['threshold-network'].examples[0]!.key,
    location: { places: [[5, 5]], origin: 0 },
    'index-range': { from: 0, to: 5 },
    'any-of': { chosen: 5, among: [5, 7] },
    'number-set': [5, 7],
    layers: answerTypes.layers.examples[0]!.key,
    expression: answerTypes.expression.examples[0]!.key,
    'expression-matrix': answerTypes['expression-matrix'].examples[0]!.key,
    'matrix-expression': answerTypes['matrix-expression'].examples[0]!.key,
    'indexed-sum': answerTypes['indexed-sum'].examples[0]!.key,
  };
  const lines = readFileSync(new URL('fixtures/hostile.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const hostile = lines.filter((line) => !line.startsWith('#')).map((line) => JSON.parse(line) as string);

  it.each(hostile)('%j earns nothing', (text) => {
    for (const [name, key] of Object.entries(keys)) {
      const choices = ['low', 'high'];
      expect(outcome(answerType(name), key, text, name === 'choice' ? { choices } : {}), name).not.toBe(
        'accepted',
      );
    }
  });
});

it('names the answer types there are when one is unknown', () => {
  expect(() => answerType('__proto__')).toThrow(/integer, number, shape/);
});
