import type { OpenProblem } from '../problem/open-problem.js';
import type { Rubric } from '../problem/rubric.js';
import type { ClassStatistics } from './views/class-statistics.js';
import { classView } from './views/class-view.js';
import { feedbackAt } from './feedback.js';
import type { Html } from './media/html.js';
import { htmlMedium } from './media/html-medium.js';
import { markdownMedium } from './media/markdown-medium.js';
import type { Medium } from './media/medium.js';
import { problemPage } from './views/problem-page.js';
import { proseWriter } from './media/prose.js';
import type { StudentResult } from './student-result.js';
import { studentViews, type Pages } from './views/student-view.js';
import { compileTemplates, type Render, type ReportTemplates } from './templates.js';
import { loadTypesetter } from './media/typeset.js';
import { wordingFor, type Wording } from './words/wording.js';

export interface ReporterOptions {
  readonly title: string;
  readonly due?: string | undefined;
  readonly problems: readonly OpenProblem[];
  readonly rubric: Rubric;
  readonly now: Date;
  readonly templates: ReportTemplates;
}

/** Writes the reports of one assignment; the text of each is complete and stands alone. */
export interface Reporter {
  readonly studentHtml: (result: StudentResult) => string;
  readonly studentMarkdown: (result: StudentResult) => string;
  readonly classHtml: (statistics: ClassStatistics) => string;
}

/** Prepares what is the same in every report: templates, questions, worked solutions. */
export const createReporter = async (options: ReporterOptions): Promise<Reporter> =>
  (await openReports(options))(options.problems);

/** Prepares what is the same on any numbers; gives the reporter of problems on theirs. */
export async function openReports(
  options: Omit<ReporterOptions, 'problems'>,
): Promise<(problems: readonly OpenProblem[]) => Reporter> {
  const { title, due, rubric, now, templates } = options;
  const typesetter = await loadTypesetter();
  const html = htmlMedium(typesetter, proseWriter(typesetter));
  const template = compileTemplates(templates);
  return (problems) =>
    reporterOf(
      { title, problems, words: wordingFor(problems, feedbackAt(rubric.feedback, due ?? null, now)) },
      html,
      template,
    );
}

function reporterOf(
  { title, problems, words }: { title: string; problems: readonly OpenProblem[]; words: Wording },
  html: Medium<Html>,
  template: (name: string) => Render,
): Reporter {
  const pages = <R>(medium: Medium<R>): Pages<R> => ({
    assignment: medium.text(title),
    problems: problems.map((problem, position) => problemPage(problem, position, medium, words.solution)),
    words,
    medium,
  });
  const studentReport = <R>(name: string, medium: Medium<R>): ((result: StudentResult) => string) => {
    const render = template(name);
    let views: ((result: StudentResult) => object) | undefined;
    return (result) => render((views ??= studentViews(pages(medium)))(result));
  };
  return {
    studentHtml: studentReport('student.html', html),
    studentMarkdown: studentReport('student.md', markdownMedium),
    classHtml: (statistics) => template('class.html')(classView(statistics, { title, problems }, html)),
  };
}
