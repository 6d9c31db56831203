import fc from 'fast-check';

// Properties run on the same examples everywhere; FC_SEED=random explores others, FC_SEED=<n> repeats a run.
const asked = process.env['FC_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20261120) });
