/** Bounds on files; the reason beside each. All sizes of text are in UTF-16 units unless a name says bytes. */
export const limits = {
  /** Ten times the longest submission we have seen, a hundredth of what stalls a parser. */
  textBytes: 256 * 1024,
  /** A course's download of one row a student. */
  csvBytes: 20 * 1024 * 1024,
  /** A matrix of 3,000 long numbers; the answer types stop at the same length. */
  answerLength: 20_000,
  /** Mappings below `answers`: problem, part, row, second column axis, column. */
  answerDepth: 5,
  /** 30,000 keys take the YAML parser up to 19 s, 5,000 half a second. */
  keys: 5_000,
  /** Brackets and lists in one another; a tensor of rank 8 needs 8. */
  depth: 32,
  /** Indented levels of an instructor's file; tables in parts need 8. */
  indents: 40,
  /** Complex keys are quadratic and worse in the parser, and nobody writes them. */
  complexKeys: 8,
  /** Anchors, aliases and tags are refused one by one up to here, together above. */
  markers: 1_000,
  csvColumns: 2_000,
  /** More findings of one file help nobody. */
  findings: 50,
} as const;
