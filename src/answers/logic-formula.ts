import {
  isConstant,
  sameTable,
  tableOf,
  variablesOf,
  type Logic,
  type LogicFormula,
  type Table,
} from '../engine/logic.js';
import { termsOf } from '../engine/normal-form.js';
import { readLogic, typesetLogic, writeLogic } from '../notation/logic.js';
import { quote, Unreadable } from '../notation/unreadable.js';
import type { AnswerType } from './answer-type.js';
import { blank, isBlank, read, unreadable } from './reading.js';
import { compareRows } from './row-comparison.js';

const isFormula = (value: unknown): value is LogicFormula =>
  typeof value === 'object' && value !== null && 'formula' in value;

const named = (text: string): LogicFormula['formula'] => {
  const formula = readLogic(text);
  if (formula instanceof Unreadable) throw new Error(`${quote(text)}: ${formula.why}`);
  return formula;
};

const keyOf = (text: string, form: LogicFormula['form']): LogicFormula => {
  const formula = named(text);
  const variables = variablesOf(formula).sort();
  return { formula, variables, table: tableOf(formula, variables), form };
};

/** A name the problem does not have; undefined where all are known. */
const stranger = (answer: Logic, variables: readonly string[]): string | undefined =>
  variablesOf(answer).find((name) => !variables.includes(name));

const tableFor = (answer: Logic, { variables }: LogicFormula): Table | undefined =>
  stranger(answer, variables) === undefined ? tableOf(answer, variables) : undefined;

/** A propositional formula: any of the same truth table is right, in the form asked. */
export const logicFormula: AnswerType<Logic, LogicFormula> = {
  name: 'logic-formula',
  expects: 'a formula such as (¬A ∧ B) ∨ C, or (not A and B) or C',
  read(text, { like }) {
    if (isBlank(text)) return blank;
    const formula = readLogic(text, isFormula(like) ? like.variables : []);
    return formula instanceof Unreadable ? unreadable(formula.why) : read(formula);
  },
  compare(answer, key) {
    const { variables, table, form } = key;
    const found = tableFor(answer, key);
    if (!found)
      return {
        entries: ['wrong'],
        distance: null,
        remark: `Your formula uses ${stranger(answer, variables)!}; the variables are ${variables.join(', ')}.`,
      };
    const rows = compareRows({
      found: [found],
      wanted: [table],
      variables,
      inputs: '0/1',
      gives: () => 'your formula',
      wants: () => 'the right one',
    });
    if (rows.remark !== undefined || form === 'any' || termsOf(answer, variables)) return rows;
    return {
      entries: ['wrong'],
      distance: null,
      remark:
        'Your formula has the right truth table, but it is not in disjunctive normal form: join terms by ∨, and in each term join only plain or negated variables by ∧.',
    };
  },
  agrees(answer, value) {
    const found = tableFor(answer, value);
    if (found === undefined || !sameTable(found, value.table)) return false;
    // Every contradiction has one table; it says little of how a student came to it.
    return !isConstant(found) || writeLogic(answer) === writeLogic(value.formula);
  },
  write: ({ formula }) => writeLogic(formula),
  typeset: ({ formula }) => typesetLogic(formula),
  json: ({ formula }) => writeLogic(formula),
  echo: (answer) => ({ json: writeLogic(answer), latex: typesetLogic(answer) }),
  fill(answer, computed) {
    const ours = computed();
    return { ...ours, formula: answer, table: tableOf(answer, ours.variables) };
  },
  plausible(answer, like) {
    const odd = stranger(answer, like.variables);
    if (odd !== undefined) return `it uses ${odd}, which is no variable of the problem`;
    return isConstant(tableOf(answer, like.variables)) ? 'it does not depend on its variables' : true;
  },
  // Keys are read from text, so they are made when asked for.
  get examples() {
    return [
      {
        key: keyOf('(!A & B & !C) | (A & C)', 'dnf'),
        accepts: [
          '(¬A ∧ B ∧ ¬C) ∨ (A ∧ C)',
          'A & C | !A & B & !C',
          '(not A and B and not C) or (C and A)',
          "A'BC' + AC",
          '~C*B*~A + A*C',
          '(\\neg A \\wedge B \\wedge \\neg C) \\vee (A \\land C)',
          '$\\bar{A} B \\bar{C} \\lor A C$',
          '¬A∧B∧¬C ∨ A∧C∧B ∨ A∧C∧¬B',
        ],
        rejects: [
          '(A ∧ C)',
          'A',
          '1',
          '¬(A ∨ ¬B ∨ C) ∨ (A ∧ C)',
          '(¬A ∧ B ∧ ¬C) ∨ (A ∧ D)',
          '!A & (B & !C) | A & !C',
        ],
        unreadable: ['(A ∧ C', 'A ∧', 'A ∧ ∨ C', 'A = C', 'see above', 'A ∧ C)', '2 A'],
      },
      {
        key: keyOf('A -> B', 'any'),
        accepts: [
          'A -> B',
          'A => B',
          '¬A ∨ B',
          'A implies B',
          '!(A & !B)',
          'A ⊕ 1 ∨ B',
          'A ^ (A & B) ^ 1',
          'A <-> A & B',
        ],
        rejects: ['B -> A', 'A <-> B', 'A & B', 'A ^ B'],
      },
      {
        key: keyOf('rain & !(sun | wind)', 'any'),
        accepts: ['rain and not sun and not wind', '¬(sun ∨ wind) ∧ rain', 'Rain ¬Sun ¬Wind'],
        rejects: ['rain', 'rain and not (sun and wind)', 'rain and not x'],
        unreadable: ['it rains', 'rain and not snow'],
      },
    ];
  },
};
