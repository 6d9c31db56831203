import type { Named, Step } from '../../engine/worksheet.js';
import { gradientCounts } from './gradient-counts.js';
import { gradientStep, inputGradientStep } from './gradient-shapes.js';
import type { Learnt } from './gradient-shapes.js';
import type { Word } from './gradient-ways.js';
import type { Loss } from './losses.js';
import type { Place } from './place.js';
import { totalStep } from './total-step.js';
import type { MaybeShape } from './wrong-parameters.js';

/**
 * What one loss asks of a layer: the shapes of its gradients, the operations behind each, and those that the
 * convention counts together; the gradient of the input is among them where `countDx` says so.
 */
export function backwardSteps(
  place: Place,
  loss: Loss,
  handles: Learnt,
): { steps: Step<unknown>[]; operations: Named<number> } {
  const shapes: [Word, Step<MaybeShape>][] = [
    ['weight', gradientStep(place, loss, 'weight', handles)],
    ['bias', gradientStep(place, loss, 'bias', handles)],
  ];
  if (place.conventions.counting.countDx)
    shapes.push(['input', inputGradientStep(place, loss, handles.input)]);
  const counts = shapes.map(([word, gradient]) => gradientCounts(place, loss, word, gradient, handles));
  const operations = totalStep(
    `${place.name}.${loss.name}.operations`,
    counts.map((steps) => steps.at(-1)!),
  );
  return { steps: [...shapes.map(([, gradient]) => gradient), ...counts.flat(), operations], operations };
}
