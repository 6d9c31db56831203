/** Who handed in and when, as plain heading lines say it. */
export interface SubmissionHead {
  readonly student: string;
  readonly submitted: string | null;
}

/** Headings stand at the top; what comes later is found by reading the whole file. */
const headLength = 2_000;

const valueOf = (head: string, name: 'student' | 'submitted'): string | null => {
  const match = new RegExp(`(?:^|\\n)${name}:[ \\t]+([^\\r\\n]{1,200})[\\r\\n]`).exec(head);
  return match ? match[1]!.trim() : null;
};

/**
 * The headings of a submission without parsing it, so that a class can be sorted before it is marked; null where
 * only a parser can tell (quotes, comments, another format, no such line at the top).
 */
export function headOf(text: string): SubmissionHead | null {
  const head = text.slice(0, headLength);
  const student = valueOf(head, 'student');
  if (student === null || /["'#|>&*!{[]/.test(student)) return null;
  const submitted = valueOf(head, 'submitted') ?? valueOf(text, 'submitted');
  return submitted !== null && /["'#]/.test(submitted) ? null : { student, submitted };
}
