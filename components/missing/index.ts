/** The door: linked customers whose counterpart is missing. */
export { Missing } from './Missing.tsx';
