/** What the library's syntax tree holds, as far as it is read. */
export interface LatexNode {
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly label?: string;
  readonly font?: string;
  readonly left?: string;
  readonly right?: string;
  readonly delim?: string;
  readonly hasBarLine?: boolean;
  readonly base?: LatexNode | null;
  readonly sup?: LatexNode | null;
  readonly sub?: LatexNode | null;
  readonly numer?: LatexNode;
  readonly denom?: LatexNode;
  readonly index?: LatexNode | null;
  readonly body?: LatexNode | readonly LatexNode[] | readonly (readonly LatexNode[])[] | null;
}

/** The nodes of a body, which is one, several or none. */
export const nodesOf = (body: LatexNode['body']): readonly LatexNode[] =>
  body === null || body === undefined
    ? []
    : Array.isArray(body)
      ? (body as LatexNode[])
      : [body as LatexNode];
