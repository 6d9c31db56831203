import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';

interface TorchRow {
  readonly output: number[];
  readonly weight: number[] | null;
  readonly bias: number[] | null;
  readonly parameters: number;
}
interface TorchCase {
  readonly name: string;
  readonly input: number[];
  readonly layers: unknown[];
  readonly torch: TorchRow[];
  readonly parameters: number;
}

interface TorchGradients {
  readonly step: string;
  readonly weight: number[] | null;
  readonly bias: number[] | null;
  readonly input: number[] | null;
}
interface BackwardCase {
  readonly name: string;
  readonly given: object;
  readonly torch: TorchGradients[];
}

const vectors = new URL('../../../test/vectors/conv-net.json', import.meta.url);
const { cases, backward } = JSON.parse(readFileSync(vectors, 'utf8')) as {
  cases: TorchCase[];
  backward: BackwardCase[];
};

const solve = (given: unknown) => evaluate(convNet.worksheet(convNet.given.parse(given)));
const orNull = (shape: unknown) => (shape === 'none' ? null : shape);

describe('shapes and parameter counts agree with PyTorch', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { input, layers, torch, parameters }) => {
    const key = solve({ networks: { net: { input, layers } } });
    const ours = torch.map((_, index) => {
      const value = (what: string) => key.value(`net.${index + 1}.${what}`);
      return {
        output: value('output'),
        weight: orNull(value('weight')),
        bias: orNull(value('bias')),
        parameters: value('parameters'),
      };
    });
    expect(ours).toEqual(torch);
    expect(key.value('net.parameters')).toBe(parameters);
  });
});

const channelsLast = ([channels, ...spatial]: number[]): number[] => [...spatial, channels!];
describe('with channels last the same layers give the same sizes in another order', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { input, layers, torch, parameters }) => {
    const maps = { net: { input: input.length === 1 ? input : channelsLast(input), layers } };
    const key = solve({ layout: 'channels-last', networks: maps });
    torch.forEach(({ output }, index) =>
      expect(key.value(`net.${index + 1}.output`)).toEqual(
        output.length === 1 ? output : channelsLast(output),
      ),
    );
    expect(key.value('net.parameters')).toBe(parameters);
  });
});

/** A fully connected layer flattens by itself; PyTorch's gradient of its input is the map's before that. */
const values = (shape: unknown): unknown =>
  Array.isArray(shape) ? (shape as number[]).reduce((all, axis) => all * axis, 1) : shape;

describe('a backward pass of each loss leaves the gradients that PyTorch leaves', () => {
  it.each(backward.map((one) => [one.name, one] as const))('%s', (_, { given, torch }) => {
    const key = solve(given);
    for (const { step, weight, bias, input } of torch) {
      const gradient = (of: string) => orNull(key.value(`${step}.${of}-gradient`));
      expect(gradient('weight'), step).toEqual(weight);
      expect(gradient('bias'), step).toEqual(bias);
      expect(values(gradient('input')), step).toEqual(values(input));
    }
  });
});
