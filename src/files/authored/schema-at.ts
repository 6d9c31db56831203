import { z } from 'zod';
import type { Path } from './authored-tree.js';

const inside = (schema: z.core.$ZodType, part: PropertyKey): z.core.$ZodType[] => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const child = def.shape[String(part)] ?? def.catchall;
      return child && child._zod.def.type !== 'never' ? [child] : [];
    }
    case 'array':
      return [def.element];
    case 'tuple':
      return [def.items[Number(part)] ?? def.rest].filter((item) => item !== null && item !== undefined);
    case 'record':
      return [def.valueType];
    default:
      return [];
  }
};

/** A schema without what wraps it (optional, default, lazy…), each branch of a union for itself. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return unwrap(def.innerType);
    case 'pipe':
      return unwrap(def.in);
    case 'lazy':
      return unwrap(def.getter());
    case 'union':
      return def.options.flatMap(unwrap);
    case 'intersection':
      return [...unwrap(def.left), ...unwrap(def.right)];
    default:
      return [schema];
  }
}

/** All schemas that a value at a path may be meant for. */
export const schemasAt = (schema: z.core.$ZodType, path: Path): z.core.$ZodType[] =>
  path.reduce<z.core.$ZodType[]>(
    (schemas, part) => schemas.flatMap((each) => inside(each, part)).flatMap(unwrap),
    unwrap(schema),
  );

/** Keys that a mapping at a path may have. */
export const keysAt = (schema: z.core.$ZodType, path: Path): string[] => [
  ...new Set(
    schemasAt(schema, path).flatMap((each) => {
      const { def } = (each as z.core.$ZodTypes)._zod;
      return def.type === 'object' ? Object.keys(def.shape) : [];
    }),
  ),
];

const ownHint = (schema: z.core.$ZodType): string | undefined => {
  const hint = z.globalRegistry.get(schema)?.['hint'];
  return typeof hint === 'string' ? hint : undefined;
};

/** The `hint` on the keys of a mapping at a path. */
export const keyHintAt = (schema: z.core.$ZodType, path: Path): string =>
  schemasAt(schema, path)
    .flatMap((each) => {
      const { def } = (each as z.core.$ZodTypes)._zod;
      return def.type === 'record' ? (ownHint(def.keyType) ?? []) : [];
    })
    .at(0) ?? '';

/** The `hint` of a schema's metadata at a path, or of the nearest schema around it. */
export function hintAt(schema: z.core.$ZodType, path: Path): string {
  for (let length = path.length; length > 0; length--) {
    const parents = schemasAt(schema, path.slice(0, length - 1));
    const children = parents.flatMap((each) => inside(each, path[length - 1]!));
    const hint = children.flatMap((each) => [ownHint(each), ...unwrap(each).map(ownHint)]).find(Boolean);
    if (hint !== undefined) return hint;
  }
  return ownHint(schema) ?? '';
}
