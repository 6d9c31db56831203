import { keyValues } from '../../marking/diagnosis/read-answer.js';
import type { AnswerItem, Part } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { placeOf } from '../../problem/place.js';
import type { Feedback } from '../feedback.js';

/** What a report may show, and how it names and looks up items. */
export interface Wording extends Feedback {
  /** "part (a)" or "part (b), E1, output" by item id. */
  readonly place: (item: string) => string;
  /** Every accepted value of the key; the first is the key's own. */
  readonly keys: (item: AnswerItem) => readonly unknown[];
}

/** "Part (a)", or an own label as it is. */
export const partHeading = ({ label }: Part): string => (label.startsWith('(') ? `Part ${label}` : label);

export function wordingFor(problems: readonly OpenProblem[], feedback: Feedback): Wording {
  const places = new Map<string, string>();
  const keys = new Map<string, readonly unknown[]>();
  for (const problem of problems)
    for (const part of problem.parts)
      for (const item of part.items) {
        places.set(item.id, placeOf(item, part));
        if (item.kind === 'answer') keys.set(item.id, keyValues(item, problem));
      }
  return { ...feedback, place: (item) => places.get(item) ?? item, keys: ({ id }) => keys.get(id) ?? [] };
}
