/** Something an author has to mend, at a path below the problem file. */
export interface AuthoringError {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
}
