/** The door: the list of runs, and one of them. */
export { History } from './History.tsx';
export { PastRunView } from './PastRunView.tsx';
