/** The panel's services: its page, the card, and one-click actions. */
export { createCardService } from './cards.ts';
export { createOneClick } from './one-click.ts';
export { anotherPage, createPageService, type PageService } from './pages.ts';
