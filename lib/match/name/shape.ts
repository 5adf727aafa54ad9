/** The kinds of a name's words, without the words. Many names share a shape, so each is stored once. */
import type { Role } from './lexicon.ts';
import type { Part } from './words.ts';

/** The arrays are parallel to the words of a name. */
export interface Shape {
  roles: readonly Role[];
  parts: readonly Part[];
  /** Whether each is written with a dot. */
  dotted: readonly boolean[];
}

/** A shape, with the shapes that have one more word. */
export interface ShapeTree extends Shape {
  next: (ShapeTree | undefined)[];
}

export const noWords = (): ShapeTree => ({ roles: [], parts: [], dotted: [], next: [] });

/** The shape with one more word. */
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
