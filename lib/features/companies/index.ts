export { DEFAULT_API } from '../../systems/effihub/api-base.ts';
