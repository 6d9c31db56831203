import { answerType } from '../../answers/index.js';
import { working, type Typeset } from '../../engine/working.js';
import { formatPoints } from '../../problem/points.js';
import { fromNumber } from '../../notation/rational.js';
import type { Item, Table } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import type { Medium } from '../media/medium.js';
import type { Piece } from '../words/phrase.js';
import { partHeading } from '../words/wording.js';

export interface SolutionLine<R> {
  readonly symbol: R;
  /** Null where the formula is the result itself. */
  readonly formula: R | null;
  readonly result: R;
}

export interface ItemPage<R> {
  readonly item: Item;
  readonly heading: string;
  readonly ask: R | null;
  readonly criteria: readonly string[];
}

export interface PartPage<R> {
  readonly id: string;
  readonly anchor: string;
  readonly heading: string;
  readonly ask: R | null;
  readonly items: readonly ItemPage<R>[];
  readonly table: Table | null;
}

/** What of a problem is the same in every student's report, written once a class. */
export interface ProblemPage<R> {
  readonly id: string;
  readonly anchor: string;
  readonly title: string;
  readonly text: R | null;
  readonly parts: readonly PartPage<R>[];
  readonly solution: readonly SolutionLine<R>[];
}

const typeset: Typeset = (type, value) => answerType(type).typeset(value);

function solutionOf<R>({ key, items }: OpenProblem, { phrase }: Medium<R>): SolutionLine<R>[] {
  const steps = items.flatMap((item) => (item.kind === 'answer' ? [item.targets[0].step] : []));
  return working(key, steps, typeset).map(({ name, symbol, formula, result }) => {
    const { type } = key.worksheet.steps.get(name)!;
    const value: Piece = { value: { latex: result, text: answerType(type).write(key.value(name)) } };
    return {
      symbol: phrase([{ maths: symbol }]),
      formula: formula === result ? null : phrase([{ maths: formula }]),
      result: phrase([value]),
    };
  });
}

export function problemPage<R>(
  problem: OpenProblem,
  position: number,
  medium: Medium<R>,
  showsSolution: boolean,
): ProblemPage<R> {
  const prose = (markdown: string | null): R | null => (markdown === null ? null : medium.prose(markdown));
  const anchor = `q${position + 1}`;
  return {
    id: problem.id,
    anchor,
    title: medium.text(problem.title),
    text: prose(problem.text),
    parts: problem.parts.map((part, index) => ({
      id: part.id,
      anchor: `${anchor}-${index + 1}`,
      heading: medium.text(partHeading(part)),
      ask: prose(part.ask),
      table: part.table,
      items: part.items.map((item) => ({
        item,
        heading: part.items.length > 1 ? medium.text(item.label) : '',
        ask: prose(item.ask === part.ask ? null : item.ask),
        criteria:
          item.kind === 'review'
            ? item.criteria.map(({ criterion, points }) =>
                medium.text(`${criterion} (${formatPoints(fromNumber(points))})`),
              )
            : [],
      })),
    })),
    solution: showsSolution ? solutionOf(problem, medium) : [],
  };
}
