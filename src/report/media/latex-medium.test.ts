import { describe, expect, it } from 'vitest';
import { escapeLatex, markdownToLatex } from './latex-medium.js';

describe('text in LaTeX', () => {
  it.each([
    ['O’Brien & Co_1', 'O’Brien \\& Co\\_1'],
    ['100 % {x} #1 $5', '100 \\% \\{x\\} \\#1 \\$5'],
    ['\\input{x} ~^', '\\textbackslash{}input\\{x\\} \\textasciitilde{}\\textasciicircum{}'],
    ['Łukasz Müller', 'Łukasz Müller'],
    ['∂L/∂w', '\\ensuremath{\\partial}L/\\ensuremath{\\partial}w'],
    ['a ⊕ δ₁', 'a \\ensuremath{\\oplus} \\ensuremath{\\delta}\\ensuremath{{}_{1}}'],
    ['Ỹ and X\u0303', '\\ensuremath{\\tilde{Y}} and \\ensuremath{\\tilde{X}}'],
  ])('%s is %s', (text, latex) => expect(escapeLatex(text)).toBe(latex));
});

describe('Markdown in LaTeX', () => {
  it.each([
    ['Take $x_1$ and **two**', 'Take $x_1$ and \\textbf{two}'],
    ['`16c5_1` & more', '\\texttt{16c5\\_1} \\& more'],
    ['$∂J / ∂w$', '$\\partial J / \\partial w$'],
    ['$$\nZ = 1\n$$', '\\[\\fitted{$\\displaystyle Z = 1$}\\]'],
    ['- one\n- *two*', '\\begin{itemize}\n\\item one\n\\item \\emph{two}\n\\end{itemize}'],
    [
      '| a | b |\n|---|---|\n| 1 | $x$ |',
      '\\begin{center}\\fitted{\\begin{tabular}{ll}\na & b \\\\ \\hline\n1 & $x$ \\\\\n\\end{tabular}}\\end{center}',
    ],
  ])('%s', (markdown, latex) => expect(markdownToLatex(markdown)).toBe(latex));
});
