/** The door: contacts that are not offered for import. */
export { IgnoreList } from './IgnoreList.tsx';
