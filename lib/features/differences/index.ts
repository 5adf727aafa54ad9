export { canBeSent } from './plan.ts';
