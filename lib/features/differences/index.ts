export { canBeTaken } from './plan.ts';
