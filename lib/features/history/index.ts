/** The door: what an undo can and cannot do, and searching earlier runs. */

export { concerns, hasName, namesIn, namesRemoved } from './rules.ts';
export { type Cannot, UNDO_KINDS, UNDO_REASONS, type UndoKind, type UndoReason } from './undo/types.ts';
