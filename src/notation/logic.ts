import { chainOf, type Connective, type Logic } from '../engine/logic.js';
import { readableText } from './characters.js';
import { leadingName } from './leading-name.js';
import { readLogicTokens, type LogicToken } from './logic-tokens.js';
import { withoutDress } from './pasted.js';
import { Unreadable } from './unreadable.js';

const longest = 8_000;
/** Names, signs and brackets together; bounds the depth of a chain of connectives. */
const mostTokens = 2_000;
const deepest = 60;

/** Connectives from the weakest to the strongest; only → groups from the right. */
const levels: readonly Connective[] = ['iff', 'implies', 'or', 'xor', 'and'];

class Reader {
  #position = 0;
  #depth = 0;

  constructor(readonly tokens: readonly LogicToken[]) {}

  whole(): Logic | Unreadable {
    if (this.tokens.length === 0) return new Unreadable('there is no formula in it');
    const formula = this.#level(0);
    if (formula instanceof Unreadable) return formula;
    return this.#position === this.tokens.length
      ? formula
      : new Unreadable('a bracket closes that was not opened');
  }

  #level(level: number): Logic | Unreadable {
    const kind = levels[level];
    if (kind === undefined) return this.#negation();
    let left = this.#level(level + 1);
    while (!(left instanceof Unreadable) && this.#takes(kind)) {
      if (kind === 'implies' && ++this.#depth > deepest) return new Unreadable('it is nested too deeply');
      const right: Logic | Unreadable = this.#level(kind === 'implies' ? level : level + 1);
      if (right instanceof Unreadable) return right;
      left = { kind, left, right };
    }
    return left;
  }

  /** Consumes the connective; names side by side, as in AB + C, are joined by and. */
  #takes(kind: Connective): boolean {
    const next = this.tokens[this.#position];
    if (next?.kind === 'operator' && next.word === kind) {
      this.#position++;
      return true;
    }
    return kind === 'and' && next !== undefined && ['name', 'open', 'not', 'constant'].includes(next.kind);
  }

  #negation(): Logic | Unreadable {
    let negations = 0;
    while (this.tokens[this.#position]?.kind === 'not') {
      this.#position++;
      if (++negations > deepest) return new Unreadable('it is negated too often');
    }
    let formula = this.#atom();
    if (formula instanceof Unreadable) return formula;
    for (let primes = 0; this.tokens[this.#position]?.kind === 'prime'; this.#position++) {
      if (++primes > deepest) return new Unreadable('it is negated too often');
      formula = { kind: 'not', of: formula };
    }
    for (; negations > 0; negations--) formula = { kind: 'not', of: formula };
    return formula;
  }

  #atom(): Logic | Unreadable {
    const token = this.tokens[this.#position++];
    if (token?.kind === 'name') return { kind: 'variable', name: token.name };
    if (token?.kind === 'constant') return { kind: 'constant', value: token.value };
    if (token?.kind !== 'open')
      return new Unreadable(
        token === undefined
          ? 'it ends where a name is expected'
          : 'a name is missing beside a connective or bracket',
      );
    if (++this.#depth > deepest) return new Unreadable('it is nested too deeply');
    const inside = this.#level(0);
    if (inside instanceof Unreadable) return inside;
    if (this.tokens[this.#position++]?.kind !== 'close') return new Unreadable('a bracket is not closed');
    this.#depth--;
    return inside;
  }
}

const overlined = /([A-Za-z](?:_?\d)?)[\u0304\u0305]/g;
const words = /\\(?:text|textrm|textbf|mathrm|operatorname) ?\{([A-Za-z ]{0,40})\}/g;

const isVariable = (label: string, variables: readonly string[]): boolean =>
  variables.some((name) => name.toLowerCase() === label.trim().toLowerCase());

/**
 * Reads a formula in words, signs or LaTeX; ¬ binds strongest, then ∧, ⊕, ∨, →, ↔. Where variables are known, names
 * of one letter may stand side by side.
 */
export function readLogic(text: string, variables: readonly string[] = []): Logic | Unreadable {
  if (text.length > longest) return new Unreadable(`it is longer than ${longest} characters`);
  const readable = readableText(text);
  if (readable instanceof Unreadable) return readable;
  const plain = withoutDress(readable).normalize('NFD').replace(overlined, "$1'").replace(words, ' $1 ');
  const name = variables.length > 0 && !isVariable(plain.split('=')[0]!, variables) ? leadingName(plain) : 0;
  const tokens = readLogicTokens(plain.slice(name), variables);
  if (tokens instanceof Unreadable) return tokens;
  if (tokens.length > mostTokens) return new Unreadable(`it has more than ${mostTokens} names and signs`);
  return new Reader(tokens).whole();
}

interface Script {
  readonly signs: Readonly<Record<Connective, string>>;
  readonly not: string;
  readonly name: (name: string) => string;
}

const strength = (formula: Logic): number => {
  const level = levels.indexOf(formula.kind as Connective);
  return level < 0 ? levels.length : level;
};

/** Connectives that may stand in a row without brackets. */
const associative: readonly string[] = ['and', 'or', 'xor', 'iff'];

function spell(formula: Logic, script: Script): string {
  if (formula.kind === 'constant') return String(formula.value);
  if (formula.kind === 'variable') return script.name(formula.name);
  const within = (part: Logic, least: number): string =>
    strength(part) >= least ? spell(part, script) : `(${spell(part, script)})`;
  if (formula.kind === 'not') return script.not + within(formula.of, levels.length);
  // Only a chain goes without brackets; what mixes connectives keeps them for the reader.
  const parts = associative.includes(formula.kind) ? chainOf(formula) : [formula.left, formula.right];
  return parts.map((part) => within(part, levels.length)).join(` ${script.signs[formula.kind]} `);
}

const plain: Script = {
  signs: { and: '∧', or: '∨', xor: '⊕', implies: '→', iff: '↔' },
  not: '¬',
  name: (name) => name,
};

const latex: Script = {
  signs: {
    and: '\\wedge',
    or: '\\vee',
    xor: '\\oplus',
    implies: '\\rightarrow',
    iff: '\\leftrightarrow',
  },
  not: '\\neg ',
  name: (name) => (name.length === 1 ? name : `\\mathit{${name.replaceAll('_', '\\_')}}`),
};

/** Plain text that reads back as the same formula. */
export const writeLogic = (formula: Logic): string => spell(formula, plain);
export const typesetLogic = (formula: Logic): string => spell(formula, latex);
