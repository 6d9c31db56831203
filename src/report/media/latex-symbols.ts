const greek: readonly (readonly [letters: string, names: string])[] = [
  [
    'αβγδεζηθικλμνξπρστυφχψω',
    'alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon varphi chi psi omega',
  ],
  ['ϵϕϑΓΔΘΛΞΠΣΦΨΩ', 'epsilon phi vartheta Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega'],
  ['∂∇∞∑∏∫√⊕⊗⊙∘∗∧∨¬', 'partial nabla infty sum prod int surd oplus otimes odot circ ast land lor lnot'],
  ['×·⋅÷±∓≤≥≠≈≡∈∉⊂∪∩', 'times cdot cdot div pm mp leq geq neq approx equiv in notin subset cup cap'],
  [
    '→←↔⇒⇐⇔↦∀∃⌊⌋⌈⌉ℒ⋯⊤',
    'to leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow mapsto forall exists lfloor rfloor lceil rceil mathcal{L} cdots top',
  ],
];

/** Commands for signs of mathematics, which the fonts of text mostly lack. */
const commands: ReadonlyMap<string, string> = new Map([
  ...greek.flatMap(([letters, names]) => {
    const words = names.split(' ');
    return [...letters].map((letter, place): [string, string] => [letter, `\\${words[place]!}`]);
  }),
  ['−', '-'],
  ['′', "'"],
  ...[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, value): [string, string] => [digit, `{}^{${value}}`]),
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((digit, value): [string, string] => [digit, `{}_{${value}}`]),
  ['ᵀ', '{}^{T}'],
]);

const signs = new RegExp(`[${[...commands.keys()].join('')}]`, 'gu');

/** Letters under a tilde or hat that no alphabet writes so. */
const accented = /([A-Za-z])([\u0302\u0303\u0304])|[Ỹỹ]/gu;
const accents: ReadonlyMap<string, string> = new Map([
  ['\u0302', 'hat'],
  ['\u0303', 'tilde'],
  ['\u0304', 'bar'],
]);
const accent = (found: string): string => {
  const [letter, mark] = found.normalize('NFD');
  return `\\${accents.get(mark!)!}{${letter!}}`;
};

/** Signs of mathematics within text, as maths. */
export const signsInText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(accented, (found) => `\\ensuremath{${accent(found)}}`)
    .replace(signs, (sign) => `\\ensuremath{${commands.get(sign)!}}`);

/** The same within maths; the space ends the command. */
export const signsInMaths = (maths: string): string =>
  maths.replace(accented, accent).replace(signs, (sign) => `${commands.get(sign)!} `);
