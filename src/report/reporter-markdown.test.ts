import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { hostile, says } from '../../test/hostile-student.js';
import { outlineOf } from '../../test/html-elements.js';
import { everyVerdict, reporterOptions } from '../../test/report-fixture.js';
import { createReporter } from './reporter.js';
import type { StudentResult } from './student-result.js';

const reporter = await createReporter(reporterOptions);

describe('the Markdown report', () => {
  const rendered = (result: StudentResult): string[] =>
    outlineOf(
      micromark(reporter.studentMarkdown(result), {
        extensions: [gfmTable()],
        htmlExtensions: [gfmTableHtml()],
        allowDangerousHtml: true,
      }),
    );

  test('says the same as the page', () => {
    const markdown = reporter.studentMarkdown(everyVerdict);
    for (const text of [
      '**9.5 of 22 points.**',
      '### Part (a): 2 of 4',
      'The factor $2$ is missing',
      '| **E1** | `16` ✓ right |',
    ])
      expect(markdown).toContain(text);
  });

  test.each([...hostile, '`` ` ``', '# a', '| b |', '[x]: https://evil.example', 'a\n\n# b\n```\n'])(
    'takes no structure from %j',
    (text) => {
      const benign = text.includes('\n') ? 'a\n\nb\nc\nd' : 'harmless';
      expect(rendered(says(text))).toEqual(rendered(says(benign)));
    },
  );
});
