import { loadFormulaTypes } from '../../answers/index.js';
import { worksheet } from '../../engine/worksheet.js';
import type { Family } from '../family.js';
import { derivationStep } from './derivation-steps.js';
import { samples } from './samples.js';
import { DerivationGiven } from './schema.js';

/** Formulas to derive: any that means the same is right. */
export const derivation: Family<DerivationGiven> = {
  name: 'derivation',
  title: 'Formulas to derive',
  about:
    'Asks for formulas and accepts whatever means the same: of numbers (`expression`, `expression-matrix`), of whole ' +
    'matrices and vectors with their shapes (`matrix-expression`), or of entries with sums over indices (`indexed-sum`). ' +
    'The problem declares its letters, other ways to write them (`∂J/∂Z`), and those that others define (`U: sigma(Z)`), ' +
    'so that every right choice of letters counts; `layouts` and `transposed` say which conventions of derivatives are as ' +
    'right. Known wrong formulas are slips with hints.',
  given: DerivationGiven,
  worksheet: (given) =>
    worksheet(
      [],
      Object.entries(given.steps).map(([name, spec]) => derivationStep(given, name, spec)),
    ),
  samples,
  prepare: loadFormulaTypes,
};
