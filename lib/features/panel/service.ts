/** The door for the background: the page that a panel stands on, its card, and one click for whoever is on it. */
export { createCardService } from './cards.ts';
export { createOneClick } from './one-click.ts';
export { anotherPage, createPageService } from './pages.ts';
