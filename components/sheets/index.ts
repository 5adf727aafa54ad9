/** Boxes of the start page and the result. Not the reading of a table, which only the app opens. */
export { PasteBox } from './PasteBox.tsx';
export { SheetBox } from './SheetBox.tsx';
