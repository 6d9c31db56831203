import { count } from '../../engine/layer-counts.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { given, named, step } from '../../engine/worksheet.js';
import type { Given, Named, Step } from '../../engine/worksheet.js';
import type { Network } from './arrange.js';
import { backwardSteps } from './backward-steps.js';
import { layerFacts } from './layer-facts.js';
import { productWritten } from '../../engine/layers/layout.js';
import type { Loss } from './losses.js';
import { memoryChangeStep, valuesStep } from './memory-steps.js';
import { operationSteps } from './operation-steps.js';
import { parameterSteps } from './parameter-steps.js';
import { shapeSteps } from './shape-steps.js';
import { totalStep } from './total-step.js';

/** Values held in a forward pass: the input's and every layer's output. */
function memoryStep(name: string, input: Named<Shape>, values: readonly Named<number>[]): Step<number> {
  const layers = totalStep(`${name}.activations`, values);
  return step({
    name: `${name}.memory`,
    type: 'integer',
    needs: { input, ...layers.needs } as Record<string, Named<Shape | number>>,
    run: (read) =>
      count(
        Object.values(read).reduce<number>(
          (sum, part) => sum + (typeof part === 'number' ? part : sizeOf(part)),
          0,
        ),
      ),
    show: ({ input: first, ...others }) =>
      [productWritten(first ?? ''), ...Object.values(others)].join(' + '),
  });
}

/** All steps of a network, layer by layer and in total, and what the problem states of it. */
export function networkSteps(
  { name, feed, places }: Network,
  losses: readonly Loss[],
): {
  givens: Given<unknown>[];
  steps: Step<unknown>[];
} {
  const givens: Given<unknown>[] = places.flatMap(layerFacts);
  const steps: Step<unknown>[] = [];
  const input = named<Shape>(`${name}.input`);
  if (typeof feed === 'string')
    steps.push(
      step({
        name: input.name,
        type: 'shape',
        needs: { feed: named<Shape>(feed) },
        run: (read) => read.feed,
        show: (written) => written.feed,
      }),
    );
  else givens.push(given<Shape>(input.name, 'shape', feed));

  const totals = new Map<string, Named<number>[]>();
  const add = (what: string, part: Named<number>): void => {
    const parts = totals.get(what);
    if (parts) parts.push(part);
    else totals.set(what, [part]);
  };
  const values: Named<number>[] = [];
  const maps: { input: Named<Shape>; output: Named<Shape> }[] = [];
  let last: Named<Shape> = input;
  for (const place of places) {
    const shapes = shapeSteps(place);
    const learnt = parameterSteps(place, shapes.input, shapes.output);
    const kept = valuesStep(`${place.name}.activations`, shapes.output);
    const change = memoryChangeStep(`${place.name}.memory-change`, shapes.input, shapes.output);
    const operations = operationSteps(place, { ...shapes, weight: learnt.weight });
    steps.push(...shapes.steps, ...learnt.steps, kept, change, ...operations.steps);
    add('parameters', learnt.parameters);
    for (const [what, part] of operations.totals) add(what, part);
    for (const loss of losses) {
      const backward = backwardSteps(place, loss, { ...shapes, ...learnt });
      steps.push(...backward.steps);
      add(`${loss.name}.operations`, backward.operations);
    }
    values.push(kept);
    maps.push({ input: shapes.input, output: shapes.output });
    last = shapes.output;
  }
  const output = step({
    name: `${name}.output`,
    type: 'shape',
    needs: { last },
    run: (read) => read.last,
    show: (written) => written.last,
  });
  steps.push(
    output,
    memoryStep(name, input, values),
    memoryChangeStep(`${name}.memory-change`, input, output, maps),
  );
  for (const [what, parts] of totals) steps.push(totalStep(`${name}.${what}`, parts, 'layers'));
  return { givens, steps };
}
