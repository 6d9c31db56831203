/** A step cannot be computed from its inputs; the message is fit for a reader of the problem. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
}

/** Place of a given below `given:`. */
export type Path = readonly (string | number)[];

/** A given that makes no sense, with its place below `given:` and what to write instead. */
export class GivenError extends DomainError {
  constructor(
    readonly path: Path,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
