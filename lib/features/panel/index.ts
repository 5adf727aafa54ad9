export type { ContactCard, CustomerCard, OneClickResult } from './card.ts';
export { type PageSubject, type Place, placeOf, type Site } from './place.ts';
