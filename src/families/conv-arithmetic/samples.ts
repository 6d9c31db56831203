/** Givens as an instructor writes them, by name; tests and `families` use them. */
export const samples = {
  homework: {
    unknown: 'kernel',
    input: 205,
    stride: 3,
    output: 66,
    inputChannels: 10,
    filters: 96,
    bias: false,
  },
  exact: { unknown: 'kernel', input: 205, stride: 3, output: 66, rounding: 'exact', inputChannels: 3, filters: 8 },
  padding: { unknown: 'padding', input: 32, kernel: 5, stride: 2, output: 16, inputChannels: 3, filters: 16 },
  stride: { unknown: 'stride', input: 64, kernel: 3, padding: 1, output: 32 },
  dilation: { unknown: 'dilation', input: 28, kernel: 3, output: 20 },
  input: { unknown: 'input', kernel: 3, padding: 2, stride: 2, dilation: 2, output: 15 },
  output: {
    unknown: 'output',
    input: 63,
    kernel: 3,
    padding: 1,
    stride: 2,
    rounding: 'ceil',
    inputChannels: 8,
    filters: 12,
    groups: 4,
  },
} as const;
