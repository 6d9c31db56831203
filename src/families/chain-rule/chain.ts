import { DomainError, GivenError } from '../../engine/domain-error.js';
import { tensor, type Tensor } from '../../engine/tensor.js';
import { authorParser } from '../../notation/expression/author-parser.js';
import { compile } from '../../notation/expression/compile.js';
import { derivative, type DerivativeMistakes } from '../../notation/expression/derivative.js';
import { settle } from '../../notation/expression/rounding-error.js';
import { ExpressionError, type Expression } from '../../notation/expression/tree.js';
import type { ChainRuleGiven } from './schema.js';

/** A vector function of the chain. */
export interface Link {
  readonly name: string;
  readonly variables: readonly string[];
  readonly outputs: readonly Expression[];
}

/** The functions in the order they are applied, and the point where that starts. */
export interface Chain {
  readonly links: readonly [Link, ...Link[]];
  readonly point: Tensor;
  readonly assembled: ChainRuleGiven['assembled'];
}

/** Partial derivatives of a function, a row an output and a column an input. */
export const partials = ({ variables, outputs }: Link, mistakes?: DerivativeMistakes): Expression[][] =>
  outputs.map((output) => variables.map((variable) => derivative(output, variable, mistakes)));

/** Formulas in rows of equal length, with their values at a point of a function's inputs. */
export function valuesAt(
  variables: readonly string[],
  rows: readonly (readonly Expression[])[],
): (point: Tensor) => Tensor {
  const compiled = rows.flat().map((formula) => ({ formula, value: compile(formula, variables) }));
  const shape = [rows.length, rows[0]!.length];
  return ({ data }) => {
    if (data.length !== variables.length)
      throw new DomainError(
        `a point of ${data.length} numbers is no input for ${variables.length} variables`,
      );
    const valueOf = (name: string): number => data[variables.indexOf(name)]!;
    return tensor(
      shape,
      compiled.map(({ formula, value }) => settle(value(data), formula, valueOf)),
    );
  };
}

/** The value of a function at a point, a vector. */
export function functionAt({ variables, outputs }: Link): (point: Tensor) => Tensor {
  const column = valuesAt(
    variables,
    outputs.map((output) => [output]),
  );
  return (point) => tensor([outputs.length], column(point).data);
}

function readLink(given: ChainRuleGiven, name: string, place: number): Link {
  const spec = Object.hasOwn(given.functions, name) ? given.functions[name] : undefined;
  if (!spec)
    throw new GivenError(
      ['chain', place],
      `no function is named "${name}"`,
      `There are ${Object.keys(given.functions).join(', ')}.`,
    );
  if (given.chain.indexOf(name) !== place)
    throw new GivenError(
      ['chain', place],
      `${name} stands in the chain twice`,
      'Write the function again under another name.',
    );
  const twice = spec.of.find((variable, index) => spec.of.indexOf(variable) !== index);
  if (twice !== undefined)
    throw new GivenError(
      ['functions', name, 'of'],
      `${twice} is named twice`,
      'Give each input its own name.',
    );
  const outputs = spec.is.map((text, index) => {
    try {
      return authorParser()(text, { names: spec.of });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const hint = error instanceof ExpressionError ? error.hint : undefined;
      throw new GivenError(['functions', name, 'is', index], error.message, hint);
    }
  });
  return { name, variables: spec.of, outputs };
}

function readPoint({ point }: ChainRuleGiven, { name, variables }: Link): Tensor {
  const expected = `${name} takes ${variables.join(', ')}`;
  if (Array.isArray(point)) {
    if (point.length !== variables.length)
      throw new GivenError(
        ['point'],
        `the point has ${point.length} numbers, ${expected}`,
        'Write one number an input.',
      );
    return tensor([point.length], point);
  }
  const odd = Object.keys(point).find((variable) => !variables.includes(variable));
  if (odd !== undefined) throw new GivenError(['point', odd], `there is no input ${odd}, ${expected}`);
  return tensor(
    [variables.length],
    variables.map((variable) => {
      if (!Object.hasOwn(point, variable))
        throw new GivenError(
          ['point'],
          `the point says nothing of ${variable}, ${expected}`,
          `Add ${variable}.`,
        );
      return point[variable]!;
    }),
  );
}

/** The output or derivative that is undefined at the point where its function is evaluated. */
function checkFinite({ name, outputs }: Link, values: Tensor, what: string): void {
  const odd = values.data.findIndex((value) => !Number.isFinite(value));
  if (odd < 0) return;
  const row = Math.floor(odd / (values.data.length / outputs.length));
  throw new GivenError(
    ['functions', name, 'is', row],
    `${what} is not finite at the point where ${name} is evaluated`,
    'Choose another point.',
  );
}

/** Reads the givens; throws a GivenError for those that make no sense together. */
export function readChain(given: ChainRuleGiven): Chain {
  const links = given.chain.map((name, place) => readLink(given, name, place)) as [Link, ...Link[]];
  const point = readPoint(given, links[0]);
  let at = point;
  links.forEach((link, place) => {
    const before = links[place - 1];
    if (before && before.outputs.length !== link.variables.length)
      throw new GivenError(
        ['chain', place],
        `${before.name} gives ${before.outputs.length} numbers, ${link.name} takes ${link.variables.length}`,
        'List the functions from the inner one to the outer one.',
      );
    checkFinite(link, valuesAt(link.variables, partials(link))(at), 'a derivative');
    at = functionAt(link)(at);
    checkFinite(link, at, 'an output');
  });
  return { links, point, assembled: given.assembled };
}
