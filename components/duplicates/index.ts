/** The door: the list of duplicates. */
export { Duplicates } from './Duplicates.tsx';
