import { call, type Expression } from '../expression/tree.js';
import { readWhole, refuse, takeGroup, type State } from './state.js';
import { closingPlace, isSign, splitList, type Tokens } from './tokens.js';

const row = (state: State, cells: readonly Tokens[]): Expression =>
  call('row', ...cells.map((cell) => readWhole(state, cell)));

export function readRows(state: State, rows: readonly (readonly Tokens[])[]): Expression {
  if (rows.some((cells) => cells.length !== rows[0]!.length))
    throw refuse('the rows of a matrix have different lengths');
  const [only] = rows;
  // Square brackets around one thing only group it: [t − y], 1[z > 0].
  if (rows.length === 1 && only!.length === 1) return readWhole(state, only![0]!);
  return call('rows', ...rows.map((cells) => row(state, cells)));
}

const isRow = (tokens: Tokens): boolean =>
  isSign(tokens[0], '[', '(') && closingPlace(tokens, 0) === tokens.length - 1;

/** A matrix written out in brackets: `[[a, b], [c, d]]` or `[a, b; c, d]`. */
export function readBrackets(state: State): Expression {
  const inside = takeGroup(state);
  const lists = splitList(inside);
  if (lists.every(isRow))
    return readRows(
      state,
      lists.map((list) => splitList(list.slice(1, -1))),
    );
  const rows: Tokens[][] = [[]];
  let depth = 0;
  let cell: Tokens = [];
  for (const token of inside) {
    if (isSign(token, '(', '[', '{')) depth++;
    else if (isSign(token, ')', ']', '}')) depth--;
    if (depth > 0 || !isSign(token, ',', ';')) {
      cell = [...cell, token];
      continue;
    }
    rows.at(-1)!.push(cell);
    cell = [];
    if (isSign(token, ';')) rows.push([]);
  }
  rows.at(-1)!.push(cell);
  return readRows(state, rows);
}

/** Rows of `value & condition`, the last perhaps “otherwise”, as nested choices. */
export function readCases(state: State, rows: readonly (readonly Tokens[])[]): Expression {
  const spoken = new Set(['if', 'for', 'when', 'where', 'otherwise', 'else']);
  const read = rows.map((cells) => {
    const [value, condition = []] = cells;
    const said = condition.filter(
      (token) => !(token.kind === 'letters' && spoken.has(token.parts.join(''))) && !isSign(token, ','),
    );
    if (!value || value.length === 0 || cells.length > 2) throw refuse('a case is not “value, condition”');
    const bare = isSign(value.at(-1), ',') ? value.slice(0, -1) : value;
    return { value: readWhole(state, bare), condition: said.length > 0 ? readWhole(state, said) : undefined };
  });
  const last = read.at(-1)!;
  if (read.length < 2 || read.slice(0, -1).some(({ condition }) => !condition))
    throw refuse('the cases cannot be read', 'Give each a condition, the last “otherwise”.');
  // A last case with a condition of its own counts where none before it holds.
  return read
    .slice(0, -1)
    .reduceRight((otherwise, { value, condition }) => call('if', condition!, value, otherwise), last.value);
}
