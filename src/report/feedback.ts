import type { Rubric } from '../problem/rubric.js';

export interface Feedback {
  readonly hints: boolean;
  readonly expected: boolean;
  readonly solution: boolean;
}

/**
 * What students may see at an instant. Unless the rubric says otherwise hints are always shown, expected values
 * and worked solutions once the due time has passed; without a due time nothing is held back but `never`.
 */
export function feedbackAt(rubric: Rubric['feedback'], due: string | null, now: Date): Feedback {
  const isOver = due === null || now.getTime() >= Date.parse(due);
  const shows = (audience: 'always' | 'after-due' | 'never'): boolean =>
    audience === 'always' || (audience === 'after-due' && isOver);
  return {
    hints: shows(rubric?.hints ?? 'always'),
    expected: shows(rubric?.expected ?? 'after-due'),
    solution: shows(rubric?.solution ?? 'after-due'),
  };
}
