import { splitMaths } from '../../problem/prose.js';
import { visibleText } from './plain-text.js';

/** LaTeX commands, each followed by what stands for it in plain text; `_` for nothing. */
const table =
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε eta η theta θ lambda λ mu μ nu ν pi π rho ρ sigma σ ' +
  'tau τ phi φ varphi φ omega ω Delta Δ Sigma Σ Omega Ω nabla ∇ partial ∂ sum Σ prod Π infty ∞ times × cdot · ' +
  'odot ⊙ pm ± le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ in ∈ to → rightarrow → mapsto ↦ ldots … dots … cdots … ' +
  'lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ sqrt √ mid | lvert | rvert | lVert ‖ rVert ‖ land ∧ lor ∨ wedge ∧ vee ∨ ' +
  'oplus ⊕ lnot ¬ neg ¬ circ ∘ top T left _ right _ displaystyle _ quad _ qquad _ hat \u0302 bar \u0304 tilde \u0303';
const words = table.split(' ');
const symbols = new Map(
  words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1]!.replace('_', '')]] : [])) as [
    string,
    string,
  ][],
);
const symbol = (name: string): string => symbols.get(name) ?? name;

/** Groups one level deep: innermost fractions, roots and words lose their braces, so that outer ones can follow. */
const withoutInnermost = (latex: string): string =>
  latex
    .replace(/\\(?:text|mathrm|mathbf|mathcal|operatorname)\{([^{}]*)\}/g, '$1')
    .replace(
      /\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g,
      (_, top: string, bottom: string) => `${grouped(top)}/${grouped(bottom)}`,
    )
    .replace(/\\sqrt\{([^{}]*)\}/g, (_, inner: string) => `√${grouped(inner)}`)
    .replace(/([_^])\{([^{}]*)\}/g, (_, mark: string, inner: string) => `${mark}${grouped(inner)}`);

const grouped = (text: string): string =>
  /^(?:\\?[\p{L}\p{N}.]*|\([^()]*\))$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;

/** Stand for braces to be shown while those of LaTeX are taken away. */
const [openBrace, closeBrace] = ['\ue000', '\ue001'];

/** Levels of braces that are taken apart; working is never deeper. */
const deepest = 8;

/** LaTeX as a terminal shows it: symbols for commands, matrices as `1 2; 3 4`. */
export function latexToText(latex: string): string {
  let text = latex
    .slice(0, 4_000)
    .replace(/\\\{/g, openBrace)
    .replace(/\\\}/g, closeBrace)
    .replace(/\\begin\{[a-zA-Z]*matrix\}/g, '[')
    .replace(/\\end\{[a-zA-Z]*matrix\}/g, ']')
    .replace(/\\\\/g, '; ')
    .replace(/ ?& ?/g, ', ')
    .replace(/\\(?:left|right|displaystyle)(?![a-zA-Z])/g, '')
    .replace(/(\\[a-zA-Z]+)(?=\\(?:hat|bar|tilde)(?![a-zA-Z]))/g, '$1 ')
    .replace(
      /\\(hat|bar|tilde) ?(?:\{\\?([a-zA-Z]+)\}|\\([a-zA-Z]+)|([a-zA-Z]))/g,
      (_, accent: string, ...names: (string | undefined)[]) =>
        symbol(names.slice(0, 3).find((name) => name !== undefined)!) + symbol(accent),
    );
  for (let level = 0; level < deepest && text.includes('{'); level++) text = withoutInnermost(text);
  return text
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => symbol(name))
    .replace(/\\([%_#$&|])/g, '$1')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/[{}]/g, '')
    .replaceAll(openBrace, '{')
    .replaceAll(closeBrace, '}')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Instructors' Markdown as plain text for a terminal. */
export const plainProse = (markdown: string): string =>
  visibleText(
    splitMaths(markdown)
      .map((piece, position) =>
        position % 2 === 1
          ? latexToText(piece.replace(/\$/g, ''))
          : piece
              .replace(/\*\*|`/g, '')
              .replace(/(?<![\w*])\*(?! )([^*\n]{1,200})\*(?![\w*])/g, '$1')
              .replace(/\[([^[\]]*)\]\(([^()]*)\)/g, '$1 ($2)'),
      )
      .join(''),
  ).trim();
