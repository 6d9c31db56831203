import { greekCommands } from '../expression/greek.js';
import { ExpressionError } from '../expression/tree.js';

/** Every command that a formula may hold, Greek letters apart; what is not here is refused before LaTeX is parsed. */
const commands: ReadonlySet<string> = new Set(
  (
    'frac dfrac tfrac cfrac sqrt left right big Big bigl bigr Bigl Bigr bigg Bigg biggl biggr Biggl Biggr ' +
    'cdot times div ast odot circ star le leq leqslant ge geq geqslant ne neq lt gt land lor wedge vee lnot neg ' +
    'sin cos tan sinh cosh tanh arcsin arccos arctan exp ln log lg max min sgn operatorname ' +
    'mathrm mathbf mathit mathsf mathcal mathbb boldsymbol bm bold text textbf textit textrm mathop ' +
    'vec hat widehat bar overline tilde widetilde prime top intercal ell partial sum limits nolimits ' +
    'lvert rvert vert lVert rVert Vert lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack ' +
    'begin end quad qquad space thinspace displaystyle textstyle mid hline over ' +
    'varepsilon vartheta varphi varrho varsigma'
  ).split(' '),
);

const environments: ReadonlySet<string> = new Set(
  ['', 'b', 'p', 'v', 'B', 'V', 'small'].map((kind) => `${kind}matrix`).concat('array', 'cases', 'dcases'),
);

const marks = ',;:! {}|%_&$\\()[]';

/** Refuses every command and environment that is not ours, so that the library only meets what it reads at once. */
function checkCommands(text: string): void {
  for (const [whole, name, mark] of text.matchAll(/\\(?:([A-Za-z]+)|(.|$))/gsu)) {
    const known =
      name === undefined
        ? marks.includes(mark!) && mark !== ''
        : commands.has(name) || greekCommands.has(name);
    if (!known) throw new ExpressionError(`“${whole.slice(0, 20)}” cannot be used in a formula`);
  }
  for (const [, kind] of text.matchAll(/\\(?:begin|end)\s*\{([^{}]{0,20})\}?/g))
    if (!environments.has(kind!))
      throw new ExpressionError(`the environment “${kind!}” cannot be used in a formula`);
}

/** Brings LaTeX into the form that the library reads as people mean it: all digits of a script, e^-z, an empty script. */
export function prepareLatex(text: string): string {
  checkCommands(text);
  if (/(?<!\\)%/.test(text)) throw new ExpressionError('“%” would hide what follows it', 'Leave it out.');
  if (/\d\s+\d/.test(text))
    throw new ExpressionError('two numbers stand side by side', 'Write the sign between them.');
  return text
    .replace(/([_^])(\d{2,})/g, '$1{$2}')
    .replace(/\^ ?([-+]) ?(\\[A-Za-z]+|[A-Za-z]|\d+)/g, '^{$1$2}')
    .replace(/\^(?: ?\{\})/g, '')
    .replace(/\*\*/g, '^')
    .replace(/([_^])\s*$/, '$1{}');
}
