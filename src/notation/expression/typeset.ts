import { atomPrecedence, precedence, precedenceOf, unaryPrecedence } from './write.js';
import type { Expression, Operator } from './tree.js';
import { typesetName } from './typeset-names.js';

/** Writes a part of an expression, in brackets where it binds less than `least` (0: never). */
export type WritePart = (part: Expression, least: number) => string;
export type TypesetCall = (inputs: readonly Expression[], write: WritePart) => string;

export interface TypesetOptions {
  /** LaTeX for a name, such as its number; its symbol where undefined. Products then always show their sign. */
  readonly value?: (name: string) => string | undefined;
  /** LaTeX for a name's symbol, where it has one of its own. */
  readonly symbol?: (name: string) => string | undefined;
  /** How functions beyond those of real numbers are written. */
  readonly calls?: ReadonlyMap<string, { readonly precedence: number; readonly write: TypesetCall }>;
}

const bracketed = (latex: string): string => `\\left(${latex}\\right)`;
/** A second sign in a row stands in brackets. */
const afterSign = (latex: string): string => (latex.startsWith('-') ? bracketed(latex) : latex);
const applied =
  (command: string): TypesetCall =>
  (inputs, write) =>
    `${command}${bracketed(inputs.map((input) => write(input, 0)).join(', '))}`;

const realCalls: ReadonlyMap<string, TypesetCall> = new Map<string, TypesetCall>([
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'max', 'min'].map(
    (name) => [name, applied(`\\${name}`)] as const,
  ),
  ...['asin', 'acos', 'atan'].map((name) => [name, applied(`\\arc${name.slice(1)}`)] as const),
  ['log', applied('\\ln')],
  ['log2', applied('\\log_{2}')],
  ['log10', applied('\\log_{10}')],
  ['sigmoid', applied('\\sigma')],
  ['relu', applied('\\operatorname{ReLU}')],
  ['exp', (inputs, write) => `e^{${write(inputs[0]!, 0)}}`],
  ['sqrt', (inputs, write) => `\\sqrt{${write(inputs[0]!, 0)}}`],
  ['abs', (inputs, write) => `\\left|${write(inputs[0]!, 0)}\\right|`],
  ['floor', (inputs, write) => `\\left\\lfloor ${write(inputs[0]!, 0)}\\right\\rfloor`],
  ['ceil', (inputs, write) => `\\left\\lceil ${write(inputs[0]!, 0)}\\right\\rceil`],
  ['if', typesetCases],
]);

/** if(c, a, if(d, b, z)) as one list of cases. */
function typesetCases(inputs: readonly Expression[], write: WritePart): string {
  const rows: string[] = [];
  let [condition, then, otherwise] = inputs as [Expression, Expression, Expression];
  for (;;) {
    rows.push(`${write(then, 0)} & \\text{if } ${write(condition, 0)}`);
    if (otherwise.kind !== 'call' || otherwise.function !== 'if') break;
    [condition, then, otherwise] = otherwise.inputs as [Expression, Expression, Expression];
  }
  return `\\begin{cases}${[...rows, `${write(otherwise, 0)} & \\text{otherwise}`].join(' \\\\ ')}\\end{cases}`;
}

/** Functions whose signs go all the way round their input. */
const enclosed: ReadonlySet<string> = new Set(['sqrt', 'abs', 'floor', 'ceil']);
/** f(x) takes brackets before an exponent, and cases take them in every operation. */
const callPrecedence = (called: string): number => (called === 'if' ? 1 : precedence['^']);

/** A number as LaTeX; powers of ten where plain digits would be unreadable. */
export function typesetNumber(value: number): string {
  const [digits, exponent] = String(value).split('e');
  if (exponent === undefined) return digits!;
  const power = `10^{${Number(exponent)}}`;
  return digits === '1' ? power : digits === '-1' ? `-${power}` : `${digits} \\cdot ${power}`;
}

const signs: Readonly<Partial<Record<Operator, string>>> = {
  '<=': '\\le',
  '>=': '\\ge',
  '==': '=',
  '!=': '\\ne',
  and: '\\land',
  or: '\\lor',
};

function bindingOfAtom(latex: string): number {
  if (latex.startsWith('-')) return unaryPrecedence;
  if (latex.includes('\\cdot')) return precedence['*'];
  return /\^|\\frac/.test(latex) ? precedence['^'] : atomPrecedence;
}

/** LaTeX of an expression, with symbols or, by `value`, with numbers in their places. */
export function typesetExpression(tree: Expression, { value, symbol, calls }: TypesetOptions = {}): string {
  const write: WritePart = (part, least) => {
    const latex = typeset(part);
    return bindingOf(part, latex) < least ? bracketed(latex) : latex;
  };

  const bindingOf = (part: Expression, latex: string): number => {
    if (part.kind === 'operation' && part.operator === '/')
      return latex.startsWith('-') ? unaryPrecedence : precedence['*'];
    if (part.kind === 'call')
      return (
        calls?.get(part.function)?.precedence ??
        (enclosed.has(part.function) ? atomPrecedence : callPrecedence(part.function))
      );
    // A number, or what is put in for a name, may bring a sign or a power of its own.
    if (part.kind === 'name' || part.kind === 'number') return bindingOfAtom(latex);
    return precedenceOf(part);
  };

  const typeset = (part: Expression): string => {
    switch (part.kind) {
      case 'number':
        return typesetNumber(part.value);
      case 'constant':
        return part.name === 'pi' ? '\\pi' : 'e';
      case 'name':
        return value?.(part.name) ?? symbol?.(part.name) ?? typesetName(part.name);
      case 'unary':
        return part.operator === 'not'
          ? `\\lnot ${write(part.of, atomPrecedence)}`
          : `-${afterSign(write(part.of, precedence['*']))}`;
      case 'operation':
        return typesetOperation(part.operator, part.left, part.right);
      case 'call':
        return typesetCall(part.function, part.inputs);
    }
  };

  const typesetCall = (called: string, inputs: readonly Expression[]): string => {
    const writeCall =
      calls?.get(called)?.write ?? realCalls.get(called) ?? applied(`\\operatorname{${called}}`);
    return writeCall(inputs, write);
  };

  const typesetOperation = (operator: Operator, left: Expression, right: Expression): string => {
    if (operator === '/') return typesetFraction(left, right);
    if (operator === '^') return `${write(left, atomPrecedence)}^{${write(right, 0)}}`;
    if (operator === '*') return typesetProduct(left, right);
    const own = precedence[operator];
    const [a, b] = [write(left, own), write(right, own + 1)];
    return `${a} ${signs[operator] ?? operator} ${afterSign(b)}`;
  };

  const typesetFraction = (left: Expression, right: Expression): string =>
    left.kind === 'unary' && left.operator === '-'
      ? `-\\frac{${write(left.of, 0)}}{${write(right, 0)}}`
      : `\\frac{${write(left, 0)}}{${write(right, 0)}}`;

  const typesetProduct = (left: Expression, right: Expression): string => {
    const [a, b] = [write(left, precedence['*']), afterSign(write(right, precedence['*']))];
    return `${a} ${value !== undefined || /^\d/.test(b) ? '\\cdot ' : ''}${b}`;
  };

  return write(tree, 0);
}
