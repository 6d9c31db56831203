import type { OpenProblem } from '../../problem/open-problem.js';
import type { ClassStatistics } from './class-statistics.js';
import type { Html } from '../media/html.js';
import { slipWords } from './item-success.js';
import type { Medium } from '../media/medium.js';
import { counted } from '../words/phrase.js';
import { studentLinks, type StudentLink } from './student-links.js';
import { wordingFor } from '../words/wording.js';

/** A mistake of the class, with the students behind it. */
export interface SlipView {
  readonly slip: string;
  /** "3 students, 5 answers". */
  readonly made: string;
  readonly hint: Html;
  readonly who: readonly StudentLink[];
}

/** Where a problem first went wrong, and for whom. */
export interface FirstFailureView {
  readonly title: string;
  readonly places: readonly {
    readonly place: string;
    readonly made: string;
    readonly who: readonly StudentLink[];
  }[];
}

export function slipViews(statistics: ClassStatistics, medium: Medium<Html>): SlipView[] {
  const linked = studentLinks(statistics, medium);
  return statistics.slips.map(({ slip, students, answers, hint, who }) => ({
    slip: medium.text(slipWords(slip)),
    made: `${counted(students, 'student')}, ${counted(answers, 'answer')}`,
    hint: medium.phrase([{ prose: hint }]),
    who: linked(who),
  }));
}

export function firstFailureViews(
  statistics: ClassStatistics,
  problems: readonly OpenProblem[],
  medium: Medium<Html>,
): FirstFailureView[] {
  const { place } = wordingFor(problems, { hints: true, expected: true, solution: false });
  const linked = studentLinks(statistics, medium);
  return problems.flatMap(({ id, title }) => {
    const places = statistics.firstFailures
      .filter(({ item }) => item.startsWith(`${id}.`))
      .map(({ item, who }) => ({
        place: medium.text(place(item)),
        made: counted(who.length, 'student'),
        who: linked(who),
      }));
    return places.length > 0 ? [{ title: medium.text(title), places }] : [];
  });
}
