/** The door: choosing a counterpart among candidates, and what to know before one is created instead. */
export { DeletedAnswers, PartyWarnings } from './CreateWarnings.tsx';
export { PickDialog, type PickItem } from './PickDialog.tsx';
export { SimilarList, type SimilarListProps } from './SimilarList.tsx';
export { candidateNames, reasonsInWords } from './words.ts';
