export type { ContactCard, CustomerCard, OneClick } from './card.ts';
export { type Place, placeOf, type Site, type Spot } from './place.ts';
