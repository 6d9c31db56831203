import type { Place } from '../finding.js';
import { showText } from '../show.js';
import { isSpoiledId, refuseId } from './student-id.js';
import type { SubmissionDraft } from './submission-draft.js';

export type Heading = 'student' | 'submitted' | 'source' | 'variant';

/** Takes a heading's text into the draft: nothing is as good as absent, an unfit id refuses the submission. */
export function readHeading(draft: SubmissionDraft, name: Heading, typed: string, place: Place): void {
  const text = typed.trim();
  if (text === '')
    return draft.note(place, `a value for \`${name}\``, 'nothing', { path: name, level: 'warning' });
  if (name === 'student') {
    const fault = refuseId(text);
    if (fault !== null)
      draft.refuse(place, 'the id of one student', `${fault}: ${showText(text)}`, { path: name });
    if (isSpoiledId(text))
      draft.note(place, 'an id', showText(text), {
        path: name,
        level: 'warning',
        hint: 'A spreadsheet may have changed it: format the column as text.',
      });
  }
  draft[name] = text;
}
