import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { elementsOf, outlineOf } from '../../test/html-elements.js';
import { everyVerdict, markOf, problems, reporterOptions, resultOf } from '../../test/report-fixture.js';
import { classStatistics } from '../class/statistics.js';
import { createReporter } from './reporter.js';
import { resultLine } from './result-line.js';
import type { StudentResult } from './student-result.js';

const reporter = await createReporter(reporterOptions);
const ids = problems[0]!.items.map(({ id }) => id.slice('q1.'.length));

/** A student who says the same text wherever a student can say anything, in every state an answer can have. */
function says(text: string): StudentResult {
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

const hostile = [
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

const classPage = (result: StudentResult): string => {
  const statistics = classStatistics();
  statistics.add(resultLine(result), result.name);
  statistics.add(
    resultLine({ student: result.student, file: 'f', state: 'unreadable', why: result.student }),
    result.name,
  );
  statistics.add(
    resultLine({ student: result.student, file: null, state: 'missing', why: null }),
    result.name,
  );
  return reporter.classHtml(statistics.finish());
};

describe.each([
  ['a student’s page', reporter.studentHtml],
  ['the class page', classPage],
])('%s', (_, page) => {
  const benign = outlineOf(page(says('harmless')));

  test.each(hostile)('takes no element and no attribute from %j', (text) => {
    expect(outlineOf(page(says(text)))).toEqual(benign);
  });

  test.each(hostile)('takes no attribute’s value from %j', (text) => {
    const values = (of: string) =>
      elementsOf(page(says(of))).flatMap(({ attributes }) => [...attributes.values()]);
    expect(values(text)).toEqual(values('harmless'));
  });

  test('evaluates no template in an answer', () => {
    expect(page(says('{{7*7}}'))).toContain('{{7*7}}');
  });

  test('shows what cannot be seen', () => {
    const html = page(says('a\u202eb'));
    expect(html).not.toContain('\u202e');
    expect(html).toContain('a‹U+202E›b');
  });

  test('holds no script, loads nothing, and says so', () => {
    const elements = elementsOf(page(everyVerdict));
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base'])
      expect(names).not.toContain(name);
    const policy = elements.find(
      ({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy',
    );
    expect(policy!.attributes.get('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(page(everyVerdict)).not.toMatch(/url\(|@import/);
    for (const { attributes } of elements) {
      expect([...attributes.keys()].filter((key) => key.startsWith('on') || key === 'src')).toEqual([]);
      expect(attributes.get('href') ?? '#').toMatch(/^(?:#|students\/)/);
    }
  });

  test('has one first heading and skips no level', () => {
    const levels = elementsOf(page(everyVerdict)).flatMap(({ name }) =>
      /^h\d$/.test(name) ? [Number(name[1])] : [],
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, at) => expect(level - levels[at]!).toBeLessThanOrEqual(1));
  });

  test('gives every table a caption and every heading cell its scope', () => {
    const elements = elementsOf(page(everyVerdict));
    const named = (name: string) => elements.filter((element) => element.name === name);
    expect(named('table').length).toBeGreaterThan(0);
    expect(named('caption')).toHaveLength(named('table').length);
    for (const head of named('th')) expect(['row', 'col']).toContain(head.attributes.get('scope'));
  });

  test('gives no two elements one id, and every reference one', () => {
    const elements = elementsOf(page(everyVerdict));
    const own = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(own).size).toBe(own.length);
    const targets = elements.flatMap(({ attributes }) => [
      ...[attributes.get('aria-labelledby') ?? []].flat(),
      ...(attributes.get('href')?.startsWith('#') ? [attributes.get('href')!.slice(1)] : []),
    ]);
    for (const target of targets) expect(own).toContain(target);
  });

  test('is the same bytes for the same student', async () => {
    const again = await createReporter(reporterOptions);
    expect(again.studentHtml(everyVerdict)).toBe(reporter.studentHtml(everyVerdict));
    expect(page(everyVerdict)).toBe(page(everyVerdict));
  });
});

describe("a student's page", () => {
  test('has a word beside the symbol of every verdict', () => {
    const html = reporter.studentHtml(everyVerdict);
    for (const word of [
      'right',
      'right, rounded',
      'right from your numbers',
      'a slip',
      'not right',
      'left empty',
      'could not be read',
      'for a person',
    ])
      expect(html).toContain(`</span> ${word}</span>`);
  });

  test('shows neither key nor solution before the due time', async () => {
    const early = await createReporter({ ...reporterOptions, due: '2026-01-02T00:00:00Z' });
    const html = early.studentHtml(everyVerdict);
    expect(html).not.toMatch(/Expected|With everything right|Worked solution|class="criteria"/);
    expect(html).toContain('The factor');
  });

  test('shows the diagnosis of the whole only where there is one', () => {
    expect(reporter.studentHtml(everyVerdict)).not.toContain('The submission as a whole');
    expect(reporter.studentHtml({ ...everyVerdict, diagnosis: ['*One* slip.'] })).toContain(
      '<p><em>One</em> slip.</p>',
    );
  });

  test('cuts an answer at 2,000 characters', () => {
    const long = resultOf('s', { e: (item) => markOf(item, 'review', { written: 'x'.repeat(50_000) }) });
    expect(/x+…/.exec(reporter.studentHtml(long))![0]).toHaveLength(2_001);
  });
});

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

describe('the class page', () => {
  test('links each student to the report, encoded', () => {
    const html = classPage({ ...everyVerdict, report: 'students/a b&"c.html' });
    expect(html).toContain('href="students/a%20b%26%22c.html"');
  });

  test('says how many gave which wrong value', () => {
    expect(classPage(everyVerdict)).toContain('1 student; most often [[1,2],[3,4]] (1)');
  });
});
