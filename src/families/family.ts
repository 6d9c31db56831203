import type { z } from 'zod';
import type { Misreading, SlipKind, Worksheet } from '../engine/worksheet.js';

/** A kind of problem: turns givens into a worksheet. */
export interface Family<G = unknown> {
  readonly name: string;
  readonly title: string;
  /** One paragraph of Markdown for `tickmark families`. */
  readonly about: string;
  readonly given: z.ZodType<G>;
  /** Throws a GivenError, with the place, for givens that make no sense. */
  worksheet(given: G): Worksheet;
  /** Givens as an instructor writes them, by name; the laws of all families run on each. */
  readonly samples: Readonly<Record<string, unknown>>;
  /** Loads what the worksheet needs at run time (mathjs) before it is first called. */
  readonly prepare?: () => Promise<void>;
}

/** A slip of convention or of a misread given; `undefined` where it cannot be made on these givens. */
export interface GivenSlip<G> {
  readonly hint: string;
  readonly kind?: SlipKind;
  readonly given: (given: G) => G | undefined;
}

/** The misreadings of a worksheet, each built when first asked for. */
export function misreadings<G>(
  given: G,
  slips: Readonly<Record<string, GivenSlip<G>>>,
  worksheet: (given: G) => Worksheet,
): Record<string, Misreading> {
  const made: Record<string, Misreading> = {};
  for (const [name, slip] of Object.entries(slips)) {
    const other = slip.given(given);
    if (other === undefined) continue;
    let built: Worksheet | undefined;
    made[name] = {
      hint: slip.hint,
      ...(slip.kind && { kind: slip.kind }),
      worksheet: () => (built ??= worksheet(other)),
    };
  }
  return made;
}
