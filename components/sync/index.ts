/** The door: the four steps. */
export { Wizard } from './Wizard.tsx';
