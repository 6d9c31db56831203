import type { Place } from '../../finding.js';
import { isSignificant, splitKey, splitTightKey, type Key, type Line } from './student-lines.js';
import { showPlain, showText } from '../../show.js';
import type { SubmissionDraft } from '../submission-draft.js';

/** Walks a submission's lines from one that counts to the next. */
export class LineCursor {
  next = 0;
  /** The line whose key was read last. */
  previous: Line | null = null;

  constructor(
    readonly lines: readonly Line[],
    private readonly draft: SubmissionDraft,
  ) {}

  /** The next line that is neither blank nor a comment; it stays next. */
  peek(): Line | undefined {
    while (this.next < this.lines.length && !isSignificant(this.lines[this.next]!)) this.next += 1;
    return this.lines[this.next];
  }

  placeOf(line: Line): Place {
    return this.draft.place(line.number, line.blanks + 1);
  }

  /** The key a line starts with; one without a blank after its colon is taken with a warning. */
  keyOf(line: Line): Key | null {
    const key = splitKey(line.text);
    if (key) return key;
    const tight = splitTightKey(line.text);
    if (tight)
      this.draft.note(this.placeOf(line), 'a blank after the colon', showText(line.text), {
        level: 'warning',
        path: showPlain(tight.key),
      });
    return tight;
  }

  /** Passes a line and what is indented below it. */
  skip(line: Line): void {
    this.next += 1;
    for (let below = this.peek(); below && below.indent > line.indent; below = this.peek()) this.next += 1;
  }
}
