import { variantDrawer, type Variant, type VariantDrawer } from '../../problem/variant/variant-drawer.js';
import { VaryError } from '../../problem/variant/plan.js';
import type { PlacedProblem } from '../assignment-folder.js';
import { deriveState } from './derive-seed.js';
import { FileError, finding, type Finding } from '../finding.js';

/** The findings of a `vary` that cannot work, at their places in the problem's file. */
export const varyFindings = ({ placeOf }: PlacedProblem, { errors }: VaryError): Finding[] =>
  errors.map(({ path, message, hint = '' }) =>
    finding(placeOf(path), 'a problem that can vary', message, { path: path.join('.'), hint }),
  );

const placing = <T>(placed: PlacedProblem, findings: Finding[], error: unknown): T | undefined => {
  if (!(error instanceof VaryError)) throw error;
  findings.push(...varyFindings(placed, error));
  return undefined;
};

function refuse([first, ...more]: readonly Finding[]): void {
  if (first) throw new FileError(first, ...more);
}

/** Draws the problems of an assignment for one student after the other; FileErrors name the place of what cannot work. */
export async function assignmentDrawer(
  placed: readonly PlacedProblem[],
  { seed, assignment }: { readonly seed: string; readonly assignment: string },
): Promise<(student: string) => ReadonlyMap<string, Variant>> {
  const findings: Finding[] = [];
  const drawers: (VariantDrawer | undefined)[] = [];
  for (const one of placed)
    drawers.push(
      await variantDrawer(one.problem).catch((error) => placing<VariantDrawer>(one, findings, error)),
    );
  refuse(findings);
  return (student) =>
    new Map(
      placed.flatMap((one, position): [string, Variant][] => {
        const { id } = one.problem;
        try {
          return [
            [id, drawers[position]!.draw(deriveState({ seed, assignment, problem: id, student }), seed)],
          ];
        } catch (error) {
          placing(one, findings, error);
          refuse(findings);
          return [];
        }
      }),
    );
}
