import type { Answer, Call } from './http.ts';
import { asset, escapeHtml, facts, page } from './page.ts';
import type { Organization, StoredContact, World } from './world.ts';

/** `https://app.dinero.dk`: a company's contact list and a contact's page. */
export function dineroPage(world: World, call: Call): Answer {
  const file = asset(call.path);
  if (file) return file;
  const [, id, rest = ''] = /^\/(\d+)(\/.*)?$/.exec(call.path) ?? [];
  const organization = world.organizations.get(Number(id)) ?? (id ? undefined : world.organization);
  if (!organization) return shell(undefined, 'Siden findes ikke', '<h1>Siden findes ikke</h1>', 404);
  if (rest === '/contacts') return contactList(organization);
  const number = /^\/contacts\/(\d+)$/.exec(rest)?.[1];
  if (number) return contactPage(organization, Number(number));
  const title = /^\/\d{4}-\d\d\/vouchers/.test(rest) ? 'Bilag' : 'Overblik';
  return shell(organization, title, `<h1>${title}</h1><p>${escapeHtml(organization.name)}</p>`);
}

function shell(organization: Organization | undefined, title: string, main: string, status = 200): Answer {
  const base = `/${organization?.id ?? ''}`;
  return page({
    title,
    main,
    status,
    brand: 'Dinero',
    menu: organization
      ? [
          ['Overblik', base],
          ['Kontakter', `${base}/contacts`],
          ['Bilag', `${base}/2026-01/vouchers`],
        ]
      : [],
    foot: organization && `${organization.name} · Firma-ID ${organization.id}`,
  });
}

function contactList(organization: Organization): Answer {
  const rows = [...organization.contacts.values()]
    .filter((contact) => contact.DeletedAt === null)
    .sort((a, b) => (a.Name ?? '').localeCompare(b.Name ?? '', 'da'))
    .map(
      (contact) =>
        `<tr><td><a data-inside href="/${organization.id}/contacts/${contact.number}">${escapeHtml(contact.Name || '(uden navn)')}</a></td>` +
        `<td>${escapeHtml(contact.City)}</td><td>${escapeHtml(contact.VatNumber)}</td></tr>`,
    );
  return shell(
    organization,
    'Kontakter',
    `<h1>Kontakter</h1><table><thead><tr><th>Navn</th><th>By</th><th>CVR</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function contactPage(organization: Organization, number: number): Answer {
  const contact = [...organization.contacts.values()].find((one) => one.number === number);
  if (!contact || contact.DeletedAt !== null) {
    return shell(organization, 'Kontakten findes ikke', '<h1>Kontakten findes ikke</h1>', 404);
  }
  return shell(organization, contact.Name ?? '', `<h1>${escapeHtml(contact.Name)}</h1>${details(contact)}`);
}

const details = (contact: StoredContact): string =>
  facts([
    ['CVR-nummer', contact.VatNumber],
    ['Adresse', contact.Street],
    ['Postnummer og by', [contact.ZipCode, contact.City].filter(Boolean).join(' ')],
    ['Land', contact.CountryKey],
    ['E-mail', contact.Email],
    ['Telefon', contact.Phone],
  ]);
