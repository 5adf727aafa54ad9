/** What other views show of the overview. Not the overview itself, which the panel loads later. */
export { Bridge } from './Bridge.tsx';
export { RunState } from './LastRun.tsx';
export { NotConnected } from './NoCompany.tsx';
export { Numbers, type OpenView } from './Numbers.tsx';
export { Warnings } from './Warnings.tsx';
