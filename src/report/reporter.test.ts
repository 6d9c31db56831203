import { describe, expect, test } from 'vitest';
import { elementsOf, outlineOf } from '../../test/html-elements.js';
import { hostile, says } from '../../test/hostile-student.js';
import { everyVerdict, markOf, reporterOptions, resultOf } from '../../test/report-fixture.js';
import { classStatistics } from '../class/statistics.js';
import { createReporter } from './reporter.js';
import { resultLine } from './result-line.js';
import type { StudentResult } from './student-result.js';

const reporter = await createReporter(reporterOptions);
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
    expect(reporter.studentHtml({ ...everyVerdict, diagnosis: [] })).not.toContain(
      'The submission as a whole',
    );
    expect(reporter.studentHtml({ ...everyVerdict, diagnosis: ['*One* slip.'] })).toContain(
      '<p><em>One</em> slip.</p>',
    );
  });

  test('cuts an answer at 2,000 characters', () => {
    const long = resultOf('s', { e: (item) => markOf(item, 'review', { written: 'x'.repeat(50_000) }) });
    expect(/x+…/.exec(reporter.studentHtml(long))![0]).toHaveLength(2_001);
  });
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
