import { markOf, problems, resultOf } from './report-fixture.js';
import type { StudentResult } from '../src/report/student-result.js';

const ids = problems[0]!.items.map(({ id }) => id.slice('q1.'.length));

/** A student who says the same text wherever a student can say anything, in every state an answer can have. */
export function says(text: string): StudentResult {
  const read = { json: text, latex: '\\text{x}', words: text };
  const answers = Object.fromEntries(
    ids.map((id, at) => [
      id,
      (item: Parameters<typeof markOf>[0]) =>
        item.kind === 'review'
          ? markOf(item, 'review', { written: text, comment: text })
          : at % 2 === 0
            ? markOf(item, 'wrong', { written: text, read, notes: [text] })
            : markOf(item, 'unreadable', { written: text, why: text }),
    ]),
  );
  const result = resultOf(text, answers, {
    name: text,
    file: text,
    notes: [text],
    report: `students/x.html`,
  });
  return { ...result, marked: { ...result.marked, unclaimed: [{ name: text, text, problem: null }] } };
}

export const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</code></main><a href="javascript:alert(1)">x</a>',
  '{{7*7}} {{{markup}}} {{> page.css}}',
  "' onmouseover='alert(1)",
  '=HYPERLINK("https://evil.example")',
  'a\u202eb\u200bc\u0007\u001b[2J',
  '&lt;b&gt; &#60;',
  'https://evil.example/a?b=c',
  '$\\href{javascript:alert(1)}{x}$',
  '__proto__',
];
