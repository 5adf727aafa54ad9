/** The door: resetting all links, and the progress of a run that changes links. */
export { LinkReset } from './LinkReset.tsx';
export { LinkRun } from './LinkRun.tsx';
