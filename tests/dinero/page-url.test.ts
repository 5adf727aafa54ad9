import { expect, it } from 'vitest';
import { contactsUrl } from '../../lib/dinero/page-url.ts';

it.each([[637871, 'https://app.dinero.dk/637871/contacts']])('the contacts of %i are at %s', (id, url) => {
  expect(contactsUrl(id)).toBe(url);
});
