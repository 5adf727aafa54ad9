/** What the words of a name are, apart from the words themselves: the same for many names, so kept once. */
import type { Role } from './lexicon.ts';
import type { Part } from './words.ts';

/** The arrays run alongside the words of a name. */
export interface Shape {
  roles: readonly Role[];
  parts: readonly Part[];
  /** Written with a dot. */
  dotted: readonly boolean[];
}

/** A shape and, by their kinds, the shapes with one word more. */
export interface ShapeTree extends Shape {
  next: (ShapeTree | undefined)[];
}

export const noWords = (): ShapeTree => ({ roles: [], parts: [], dotted: [], next: [] });

/** The shape with a word more. */
export function longer(shape: ShapeTree, role: Role, part: Part, dotted: boolean): ShapeTree {
  const kind = (role * 4 + part) * 2 + (dotted ? 1 : 0);
  shape.next[kind] ??= {
    roles: [...shape.roles, role],
    parts: [...shape.parts, part],
    dotted: [...shape.dotted, dotted],
    next: [],
  };
  return shape.next[kind];
}
