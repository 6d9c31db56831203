import { describe, expect, test } from 'vitest';
import { templates } from '../../test/report-fixture.js';

type Palette = ReadonlyMap<string, string>;

/** The colours that a style sheet names, of its light scheme and of its dark one. */
function palettes(css: string): Readonly<Record<'light' | 'dark', Palette>> {
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const colours = (text: string): [string, string][] =>
    [...text.split('@media print')[0]!.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [
      name!,
      colour!,
    ]);
  return { light: new Map(colours(light)), dark: new Map(colours(dark)) };
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const pairs = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['link', 'paper'],
  ...['right', 'near', 'wrong', 'empty', 'waits'].map((tone) => [tone, `${tone}-bg`]),
] as [string, string][];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const palette = palettes(templates['page.css']!)[scheme];

  test.each(pairs)('%s on %s has the contrast of 4.5 that WCAG AA asks for', (text, ground) => {
    expect(contrast(palette.get(text)!, palette.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });
});

test('black on white has a contrast of 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});
