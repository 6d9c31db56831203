/** How operations are counted; no two tools agree, so the convention is data. */
export interface Counting {
  /** `addmul`: K products and K − 1 additions an output; `mac`: a multiply-add is one operation; `2mac`: two. */
  readonly unit: 'addmul' | 'mac' | '2mac';
  /** Whether adding the bias counts, one operation an output. */
  readonly biasAdd: { readonly conv: boolean; readonly fc: boolean };
  /** Whether products with the zeros of the padding count. */
  readonly paddedTaps: boolean;
  /** Operations of a pool: k² − 1 or k² an output, one an input, or none. */
  readonly pool: 'k2-1' | 'k2' | 'input' | 'none';
  readonly relu: 'none' | 'numel';
  /** Operations of batch normalisation per element. */
  readonly bn: { readonly training: number; readonly evaluation: number };
  /** Backward: additions of one weight's gradient over P positions. */
  readonly dwAdds: 'P-1' | 'P';
  /** Backward: additions per weight of a fully connected layer. */
  readonly fcDwAdds: 0 | 1;
  /** Backward: multiplications of a convolution's bias gradient. */
  readonly convDbMuls: 'none' | 'filters';
  /** Backward: additions, and as many multiplications, of a fully connected layer's bias gradient. */
  readonly fcDb: 'none' | 'units';
  /** Backward: whether the gradient handed to the layer before counts. */
  readonly countDx: boolean;
}

const multiplyAdds: Counting = {
  unit: 'mac',
  biasAdd: { conv: false, fc: false },
  paddedTaps: true,
  pool: 'none',
  relu: 'none',
  bn: { training: 5, evaluation: 2 },
  dwAdds: 'P',
  fcDwAdds: 1,
  convDbMuls: 'none',
  fcDb: 'none',
  countDx: true,
};
const noNorm = { training: 0, evaluation: 0 };
/** (x − μ)·(1/σ)·γ + β in evaluation; training adds the sums of the mean and of the squares, and the squares. */
const writtenOut = { training: 7, evaluation: 4 };
const exact: Counting = {
  unit: 'addmul',
  biasAdd: { conv: true, fc: true },
  paddedTaps: true,
  pool: 'k2-1',
  relu: 'numel',
  bn: writtenOut,
  dwAdds: 'P-1',
  fcDwAdds: 0,
  convDbMuls: 'none',
  fcDb: 'none',
  countDx: true,
};

/** Conventions in use: `macs` counts as fvcore does, `macs+bias` as ptflops, `2mac` as PyTorch, `2mac+convbias` as calflops. */
export const countingPresets = {
  macs: multiplyAdds,
  'macs+bias': { ...multiplyAdds, biasAdd: { conv: true, fc: true }, bn: noNorm },
  '2mac': { ...multiplyAdds, unit: '2mac', bn: noNorm },
  '2mac+convbias': {
    ...multiplyAdds,
    unit: '2mac',
    biasAdd: { conv: true, fc: false },
    pool: 'input',
    relu: 'numel',
  },
  exact,
  iitkgp: { ...exact, fcDwAdds: 1, convDbMuls: 'filters', fcDb: 'units', countDx: false },
} as const satisfies Record<string, Counting>;

export type CountingPreset = keyof typeof countingPresets;
