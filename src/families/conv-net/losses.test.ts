import { describe, expect, it } from 'vitest';
import { GivenError } from '../../engine/domain-error.js';
import { convNet } from './index.js';

const networks = { net: { input: [4], layers: ['FC 3'] } };

describe('losses that make no sense are refused, with place and hint', () => {
  it.each<[string, object, (string | number)[], string]>([
    ['of no network', { J: { of: 'other' } }, ['losses', 'J', 'of'], 'Known networks: net.'],
    ['of a layer', { J: { of: 'net.1' } }, ['losses', 'J', 'of'], 'Known networks: net.'],
    ['named as a network', { net: { of: 'net' } }, ['losses', 'net'], 'Rename one.'],
  ])('%s', (_, losses, path, hint) => {
    const given = convNet.given.parse({ networks, losses });
    expect(() => convNet.worksheet(given)).toThrow(GivenError);
    expect(() => convNet.worksheet(given)).toThrow(expect.objectContaining({ path, hint }) as Error);
  });

  it.each([
    ['without a network', { J: {} }],
    ['of an unknown sort', { J: { of: 'net', type: 'hinge' } }],
    ['with a dot in the name', { 'J.1': { of: 'net' } }],
    ['by the dozen', Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`J${at}`, { of: 'net' }]))],
  ])('%s', (_, losses) => {
    expect(convNet.given.safeParse({ networks, losses }).success).toBe(false);
  });
});

describe('without losses', () => {
  it('there are no gradients', () => {
    const { steps } = convNet.worksheet(convNet.given.parse({ networks }));
    expect([...steps.keys()].filter((name) => name.includes('gradient'))).toEqual([]);
  });
});
