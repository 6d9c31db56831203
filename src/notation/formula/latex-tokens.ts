import { ExpressionError } from '../expression/tree.js';
import { plainTokens } from './plain-tokens.js';
import { nodesOf, type LatexNode } from './latex-node.js';
import { commandSigns, fences, spelled } from './latex-signs.js';
import { isSign, letters, sign, textOf, type Token, type Tokens } from './tokens.js';

const refused = (what: string): ExpressionError => new ExpressionError(`${what} cannot be used in a formula`);

/** Lines up the tokens of LaTeX nodes; digits become numbers and letters side by side a run. */
export function latexTokens(nodes: readonly LatexNode[]): Token[] {
  const tokens: Token[] = [];
  let digits = '';
  const endNumber = (): void => {
    if (digits !== '') tokens.push(...plainTokens(digits, 'point'));
    digits = '';
  };
  const addLetter = (part: string, text: string): void => {
    const last = digits === '' ? tokens.at(-1) : undefined;
    endNumber();
    if (last?.kind === 'letters' && !last.whole && last.accent === undefined)
      tokens[tokens.length - 1] = letters([...last.parts, part], last.text + text);
    else tokens.push(letters([part], text));
  };
  for (const node of nodes) {
    const text = node.text ?? '';
    if (node.type === 'textord' && /^[\d.]$/.test(text)) {
      const last = tokens.at(-1);
      if (digits === '' && text !== '.' && last?.kind === 'letters' && !last.whole) addLetter(text, text);
      else digits += text;
      continue;
    }
    const letter = node.type === 'mathord' || node.type === 'textord' ? spelled(text) : undefined;
    if (letter !== undefined) {
      addLetter(letter, text);
      continue;
    }
    const more = tokensOf(node);
    if (more.length === 0) continue;
    const [first, ...rest] = more;
    // In dZ_{i} the letter that has the script ends a run.
    const joins = more.length === 1 || node.type === 'supsub';
    if (joins && first?.kind === 'letters' && !first.whole && first.accent === undefined) {
      first.parts.forEach((part) => addLetter(part, part));
      tokens.push(...rest);
    } else {
      endNumber();
      tokens.push(...more);
    }
  }
  endNumber();
  return tokens;
}

const group = (body: LatexNode['body']): Token[] => {
  const inside = latexTokens(nodesOf(body));
  // The library puts braces around \big) with an exponent.
  if (inside.length === 1 && isSign(inside[0], ')', ']', '}', '|', '‖')) return inside;
  return inside.length === 1 && inside[0]!.kind !== 'sign'
    ? inside
    : inside.length === 0
      ? []
      : [sign('{', ''), ...inside, sign('}', '')];
};

const signOf = (text: string): Token[] => {
  const known = commandSigns.get(text);
  if (known !== undefined) return [sign(known, text)];
  const plain = text.startsWith('\\') ? [] : plainTokens(text.normalize('NFD'), 'point');
  if (plain.length === 0) throw refused(`“${text}”`);
  return plain;
};

function scripts({ base, sub, sup }: LatexNode): Token[] {
  if (!base) throw new ExpressionError('a script stands on nothing');
  const raised = inBraces(sup);
  const primes = raised.filter((token) => token.kind === 'sign' && token.sign === 'prime');
  const power = raised.slice(primes.length);
  const braced = (mark: '_' | '^', inside: Tokens): Token[] => [sign(mark), sign('{'), ...inside, sign('}')];
  return [
    ...latexTokens([base]),
    ...(sub ? braced('_', inBraces(sub)) : []),
    ...primes,
    ...(power.length > 0 ? braced('^', power) : []),
  ];
}

const wholeWord = (body: LatexNode['body']): Token[] => {
  const text = textOf(latexTokens(nodesOf(body).filter(({ type }) => type !== 'spacing')));
  return text === '' ? [] : [letters([...text], text, true)];
};

function fonts({ font, body }: LatexNode): Token[] {
  const inside = latexTokens(
    nodesOf(body).flatMap((node) => (node.type === 'ordgroup' ? nodesOf(node.body) : [node])),
  );
  if (font === 'mathbb' && ['1', 'I'].includes(textOf(inside)))
    return [letters([...'indicator'], '\\mathbb{1}', true)];
  const [only] = inside;
  const isWord = only?.kind === 'letters' && inside.length === 1 && only.parts.length > 1;
  if (font === 'mathrm' && isWord) return [{ ...only, whole: true }];
  return group(body);
}

/** Words of running text such as “if” in a list of cases. */
const textWords = (body: LatexNode['body']): Token[] =>
  nodesOf(body)
    .map(({ text = ' ' }) => (text === '' ? ' ' : text))
    .join('')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => letters([...word], word, true));

function table(body: LatexNode['body'], cases: boolean): Token {
  const rows = (body as readonly (readonly LatexNode[])[]).map((row) =>
    row.map((cell) => latexTokens([cell]).filter((token) => token.text !== '')),
  );
  if (rows.length > 1 && rows.at(-1)!.every((cell) => cell.length === 0)) rows.pop();
  return { kind: 'table', rows, cases, text: cases ? '\\begin{cases}' : '\\begin{bmatrix}', spaced: false };
}

function delimited({ left = '', right = '', body }: LatexNode): Token[] {
  const nodes = nodesOf(body);
  if (nodes.length === 1 && nodes[0]!.type === 'array')
    return [table(nodes[0]!.body, left === '\\{' || left === '\\lbrace')];
  const fence = fences.get(commandSigns.get(left) ?? left);
  const inside = latexTokens(nodes);
  if (fence !== undefined)
    return [{ kind: 'fenced', fence, of: inside, text: `${left}…${right}`, spaced: false }];
  if (left === '.' && right === '.') return inside;
  if (left === '.' || right === '.') throw new ExpressionError('a bracket is opened or closed by a point');
  return [...signOf(left), ...inside, ...signOf(right)];
}

const accentOf = (label = ''): string =>
  label.endsWith('hat') ? 'hat' : label.endsWith('tilde') ? 'tilde' : 'bar';

function accented({ label, base, body }: LatexNode): Token[] {
  const inside = group(base ?? body);
  if (label === '\\vec') return inside;
  const [only] = inside;
  if (inside.length !== 1 || only?.kind !== 'letters' || only.accent !== undefined)
    throw refused('an accent over more than a letter');
  return [{ ...only, whole: true, accent: accentOf(label) }];
}

/** What stands in the braces of a command or script. */
const inBraces = (node: LatexNode | undefined | null): Token[] =>
  node ? latexTokens(node.type === 'ordgroup' ? nodesOf(node.body) : [node]) : [];

const readers: Readonly<Record<string, (node: LatexNode) => Token[]>> = {
  mathord: ({ text = '' }) => signOf(text),
  textord: ({ text = '' }) => signOf(text),
  atom: ({ text = '' }) => signOf(text),
  delimsizing: ({ delim = '' }) => signOf(delim),
  ordgroup: ({ body }) => group(body),
  styling: ({ body }) => latexTokens(nodesOf(body)),
  kern: () => [],
  spacing: () => [],
  // A strut without width, which keeps roots of one height.
  rule: () => [],
  supsub: scripts,
  font: fonts,
  text: ({ body }) => textWords(body),
  operatorname: ({ body }) => wholeWord(body),
  op: ({ name = '', body }) =>
    name === '\\sum' || name === ''
      ? name === ''
        ? wholeWord(body)
        : [sign('sum')]
      : [letters([...name.replace('\\', '')], name, true)],
  genfrac: ({ numer, denom, hasBarLine }) => {
    if (hasBarLine === false) throw refused('a fraction without a line');
    return [
      { kind: 'fraction', above: inBraces(numer), below: inBraces(denom), text: '\\frac…', spaced: false },
    ];
  },
  sqrt: ({ body, index }) => [
    {
      kind: 'root',
      degree: index ? inBraces(index) : null,
      of: latexTokens(
        nodesOf(body).flatMap((node) => (node.type === 'ordgroup' ? nodesOf(node.body) : [node])),
      ),
      text: '\\sqrt…',
      spaced: false,
    },
  ],
  leftright: delimited,
  delimiter: delimited,
  array: ({ body }) => [table(body, false)],
  accent: accented,
  enclose: accented,
};

function tokensOf(node: LatexNode): Token[] {
  const read = Object.hasOwn(readers, node.type) ? readers[node.type] : undefined;
  if (!read) throw refused('this LaTeX');
  return read(node);
}
