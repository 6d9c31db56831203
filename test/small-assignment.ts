/** The files of a small assignment: batch normalisation of two units, and a question for a person. */
export const smallAssignment: Readonly<Record<string, string>> = {
  'hw/assignment.yaml': 'title: Small\nproblems: [q1-norm]\ndue: 2026-11-20T12:00:00Z\nrubric: own\n',
  'hw/own.yaml': 'tolerance: { absolute: 0.001 }\ncredit: { slip: 0.5 }\nlate: { perDay: 0.1 }\n',
  'hw/q1-norm.yaml': `title: Two units
family: batch-norm
text: The inputs are $Z = {{z}}$.
given:
  z: [[1, 3], [2, 6]]
  gamma: [2, 3]
  beta: [5, 7]
  epsilon: 0
parts:
  a: { points: 2, answer: mean, ask: The means? }
  b: { points: 4, answer: normalized }
  c: { points: 4, answer: output }
  d: { review: [{ criterion: says why, points: 3 }], ask: Why? }
`,
};

/** By hand: the means are 2 and 4, the deviations 1 and 2, so ẑ is ±1 throughout and z̃ is 5 ± 2 and 7 ± 3. */
export const rightAnswers = { a: '2 4', b: '-1 1; -1 1', c: '3 7; 4 10' } as const;

/** A submission's text in YAML. */
export const submissionOf = (student: string, answers: Readonly<Record<string, string>>, head = ''): string =>
  `student: ${student}\n${head}answers:\n  q1-norm:\n${Object.entries(answers)
    .map(([part, text]) => `    ${part}: ${text}\n`)
    .join('')}`;
