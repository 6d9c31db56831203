const small =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** U+03C2, the final sigma, stands between rho and sigma and names nothing in a formula. */
const lettersFrom = (start: number, names: readonly string[]): (readonly [string, string])[] =>
  names.map((spelled, place) => [String.fromCharCode(start + place + (place > 16 ? 1 : 0)), spelled]);

const smallNames = small.split(' ');

/** Small Greek letters by their spelled names. */
export const smallGreek: ReadonlyMap<string, string> = new Map(lettersFrom(0x3b1, smallNames));

/** Greek letters, capitals and curly variants included, by their spelled names. */
export const greek: ReadonlyMap<string, string> = new Map([
  ...smallGreek,
  ...lettersFrom(0x391, smallNames.map(capitalized)),
  ['ϵ', 'epsilon'],
  ['ϑ', 'theta'],
  ['ϕ', 'phi'],
]);

/** Capitals that LaTeX has a command for; the others look like Latin letters. */
const latexCapitals = 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'.split(' ');

/** Spelled names of Greek letters that LaTeX knows as commands. */
export const greekCommands: ReadonlySet<string> = new Set([
  ...smallNames.filter((word) => word !== 'omicron'),
  ...latexCapitals,
]);
