import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { splitInlineMap } from '../src/files/submission/inline-map.js';
import { readSubmissions } from '../src/files/submission/submission-format.js';
import { auditKey, type Disagreement } from '../src/marking/audit.js';

interface Expected {
  readonly checked: number;
  readonly disagreements: readonly (Disagreement & { readonly judgement: string })[];
}

/** What the audit of each published key must say, with a person's line of judgement beside each disagreement. */
const audited = ['sharif-hw3', 'coms573-hw5', 'ee60020-hw4'];

describe.each(audited)('the audit of the key of %s', (name) => {
  const folder = join('problems', name);
  const expected = JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8')) as Expected;

  it('says what a person has judged', async () => {
    const { problems, rubric } = await openAssignment(openDisk(), folder);
    const text = readFileSync(join(folder, 'published-key.yaml'), 'utf8');
    const [key] = readSubmissions('published-key.yaml', text).submissions;
    const { checked, disagreements } = auditKey(problems, rubric, { ...key!, student: '' }, splitInlineMap);
    expect(JSON.parse(JSON.stringify(disagreements))).toEqual(
      expected.disagreements.map(({ judgement: _, ...disagreement }) => disagreement),
    );
    expect(checked).toBe(expected.checked);
  });

  it('has a judgement for each disagreement, and calls wrong only what is', () => {
    for (const { kind, judgement } of expected.disagreements)
      expect(judgement.startsWith('Wrong')).toBe(kind === 'wrong');
  });
});
