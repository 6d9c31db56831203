import { greek } from '../expression/greek.js';
import type { Fence, Sign } from './tokens.js';

/** Signs by the commands of LaTeX that write them. */
export const commandSigns = new Map<string, Sign>(
  (
    [
      ['*', 'cdot times ast'],
      ['/', 'div'],
      ['hadamard', 'odot circ star'],
      ['<=', 'le leq leqslant'],
      ['>=', 'ge geq geqslant'],
      ['!=', 'ne neq @not='],
      ['<', 'lt'],
      ['>', 'gt'],
      ['and', 'land wedge'],
      ['or', 'lor vee'],
      ['not', 'lnot neg'],
      ['partial', 'partial'],
      ['prime', 'prime'],
      ['top', 'top intercal'],
      ['sum', 'sum'],
      ['|', 'vert lvert rvert mid'],
      ['‖', 'Vert lVert rVert |'],
      ['{', '{ lbrace'],
      ['}', '} rbrace'],
      ['[', 'lbrack'],
      [']', 'rbrack'],
    ] as const
  ).flatMap(([meant, names]) => names.split(' ').map((name): [string, Sign] => [`\\${name}`, meant])),
);

/** What encloses a group, by the sign that opens it. */
export const fences = new Map<string, Fence>([
  ['|', 'abs'],
  ['‖', 'norm'],
  ['\\lfloor', 'floor'],
  ['\\lceil', 'ceil'],
]);

const variants = new Map([
  ['\\varepsilon', 'epsilon'],
  ['\\vartheta', 'theta'],
  ['\\varphi', 'phi'],
  ['\\varrho', 'rho'],
  ['\\varsigma', 'sigma'],
  ['\\ell', 'l'],
]);
const greekNames: ReadonlySet<string> = new Set(greek.values());

/** The spelled name of a letter that LaTeX writes as a character or a command; undefined for anything else. */
export const spelled = (text: string): string | undefined => {
  if (/^[A-Za-z]$/.test(text)) return text;
  const command = variants.get(text) ?? text.slice(1);
  return text.startsWith('\\') && greekNames.has(command) ? command : greek.get(text);
};
