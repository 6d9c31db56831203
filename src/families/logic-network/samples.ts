/** Givens as an instructor writes them, by name; tests and `families` use them. */
export const samples = {
  homework: { formula: '(A | !B) ^ (!C | !D)' },
  'negated-bracket': { formula: '¬(a ∧ ¬b) → c', rows: 'descending' },
  'plus-and-minus-one': { formula: 'p <-> q', inputs: '±1', threshold: '>=' },
  thresholds: {
    formula: 'rain and not (wind or sun)',
    variables: ['rain', 'sun', 'wind'],
    form: 'any',
    bias: 'subtracted',
    biasPlace: 'last',
  },
  alternatives: { formula: 'x1 & !x2 | !x1 & x3 | x2 & x3 & x1', inputs: '0/1', units: '±1' },
} as const;
