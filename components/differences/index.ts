/** The door: fields in which linked customers differ. */
export { Differences } from './Differences.tsx';
