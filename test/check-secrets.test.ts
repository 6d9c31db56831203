import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText } from '../src/cli/check-text.js';
import { evaluate, type SlipUse } from '../src/engine/evaluate.js';
import { openAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { attempt } from '../src/marking/diagnosis/explanations.js';
import { isRight, overall } from '../src/marking/overall.js';
import type { AnswerItem } from '../src/problem/item.js';
import type { OpenProblem } from '../src/problem/open-problem.js';
import { targetValue } from '../src/problem/target.js';
import { latexToText } from '../src/report/media/prose-text.js';
import { root } from './command-line.js';
import { markAnswers, marksByItem } from './worked-problem.js';

const bank = join(root, 'problems');
const folders = readdirSync(bank).filter(
  (name) => existsSync(join(bank, name, 'assignment.yaml')) && name !== 'sample',
);
const opened = await Promise.all(folders.map((name) => openAssignment(openDisk(), join(bank, name))));
const problems = opened.flatMap(({ id, problems }) =>
  problems.map((problem): [string, OpenProblem] => [`${id}/${problem.id}`, problem]),
);

type Texts = Readonly<Record<string, string>>;
const answersOf = ({ items }: OpenProblem): AnswerItem[] => items.filter((item) => item.kind === 'answer');
const keyOf = ({ key }: OpenProblem, { targets: [target] }: AnswerItem): unknown =>
  targetValue(key.value(target.step), target);

/** What a student hands in who makes a slip everywhere, or makes it at one question and answers no other. */
function textsUnder(problem: OpenProblem, use: SlipUse, items: readonly AnswerItem[]): Texts {
  const wrong = attempt(() => evaluate(problem.worksheet, { slips: [use] }));
  return Object.fromEntries(
    items.flatMap((item) => {
      const [target] = item.targets;
      const value = wrong && attempt(() => targetValue(wrong.value(target.step), target));
      const text = value === null ? null : item.type.write(value);
      return text === null || text === item.type.write(keyOf(problem, item)) ? [] : [[item.id, text]];
    }),
  );
}

/** Submissions with every slip of a family and of an answer type; evenly thinned where there are hundreds. */
function planted(problem: OpenProblem): Texts[] {
  const { steps, misreadings } = problem.worksheet;
  const items = answersOf(problem);
  const named = new Set([
    ...Object.keys(misreadings),
    ...[...steps.values()].flatMap(({ slips }) => Object.keys(slips)),
  ]);
  const everywhere = [...named].map((slip) => textsUnder(problem, { slip }, items));
  const alone = items.flatMap((item) => {
    const { step } = item.targets[0];
    const own = Object.keys(steps.get(step)!.slips).map((slip) =>
      textsUnder(problem, { slip, at: step }, [item]),
    );
    const key = keyOf(problem, item);
    const read = (item.type.slips ?? []).flatMap((slip): Texts[] =>
      [...slip.gives(key)].slice(0, 1).map((value) => ({ [item.id]: item.type.write(value) })),
    );
    return [...own, ...read];
  });
  const all = [...everywhere, ...alone].filter((texts) => Object.keys(texts).length > 0);
  const stride = Math.ceil(all.length / (items.length > 100 ? 25 : 75));
  return all.filter((_, place) => place % stride === 0);
}

const flat = (text: string): string => text.replace(/\s+/g, '');
const numberish = /-?\d[\d,]*(?:\.\d+)?(?:\s?[x×]\s?\d+)*/g;
/** The student's own answers as they were read, and the sums of what is right, are no secrets. */
const sayings = (text: string): string =>
  text.replace(/\n {6}Read as: (?:.*\n {8})*.*/g, '').replace(/\d+ of (?:your )?\d+ [^\n]{0,40}/g, '');

/** A text's values as such: a whole word where one is a word, anywhere and with any spaces else. */
function holder(text: string): (form: string) => boolean {
  const joined = flat(text);
  const told = new Set([...text.matchAll(/\b(?:is|be|write|answer|of) ([a-z]+)\b/g)].map(([, word]) => word));
  return (form) => (/^[a-z]+$/.test(form) ? told.has(form) : joined.includes(flat(form)));
}

/** A percentage is always reckoned from a whole of 100. */
const common = new Set(['100']);

/** What a text of `check` tells of keys that neither the questions nor the student's own answers have. */
function leaks(problem: OpenProblem, texts: Texts): string[] {
  const marked = markAnswers([problem], { answers: texts });
  const said = sayings(checkText([problem], marked, true).text);
  const asks = [...problem.parts, ...problem.items].map(({ ask, label }) => `${ask ?? ''} ${label}`);
  const known = [problem.title, problem.text ?? '', ...asks, ...Object.values(texts)].join('\n');
  const fresh = new Set(
    (said.match(numberish) ?? []).filter((one) => !known.includes(one) && !common.has(one)),
  );
  const marks = marksByItem(marked);
  const [isSaid, isKnown] = [holder(said), holder(known)];
  return answersOf(problem).flatMap((item) => {
    if (marks.get(item.id)?.verdict === 'correct') return [];
    const key = keyOf(problem, item);
    const isKey = (text: string): boolean => {
      const reading = item.type.read(text, { ...item.read, like: key });
      return (
        reading.state === 'read' &&
        isRight(overall(item.type.compare(reading.answer, key, item.rules.tolerance)))
      );
    };
    const forms = [item.type.write(key), latexToText(item.type.typeset(key))].filter(
      (form) => flat(form).length > 2 && !common.has(form),
    );
    return [
      ...[...fresh].filter((one) => (typeof key === 'number' || Array.isArray(key)) && isKey(one)),
      ...forms.filter((form) => isSaid(form) && !isKnown(form)),
    ].map((found) => `${item.id}: ${found}`);
  });
}

describe('check never says a key, whatever slip was made', { timeout: 120_000 }, () => {
  it.each(problems)('in %s', (_, problem) => {
    const submissions = planted(problem);
    expect(submissions.length).toBeGreaterThan(2);
    expect(submissions.flatMap((texts) => leaks(problem, texts))).toEqual([]);
  });

  it('and this test would notice one', () => {
    const [, problem] = problems.find(([name]) => name.endsWith('q2-batch-norm'))!;
    const [first] = answersOf(problem);
    const words = first!.type.write(keyOf(problem, first!));
    const telling = { ...problem, title: `The key is ${words}` };
    const marked = markAnswers([telling], { answers: {} });
    expect(flat(sayings(checkText([telling], marked, true).text))).toContain(flat(words));
  });
});
