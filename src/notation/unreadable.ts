/** A text that cannot be read; `why` is plain text for the student and says what would have been understood. */
export class Unreadable {
  constructor(readonly why: string) {}
}

/** A short quotation of a student's text, for use inside a `why` or a note. */
export const quote = (text: string): string => {
  const start = [...text.slice(0, 64).trim()];
  return `“${start.slice(0, 24).join('')}${start.length > 24 ? '…' : ''}”`;
};
