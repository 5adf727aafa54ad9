import type { Answer, Call } from './http.ts';
import { asset, escapeHtml, facts, page } from './page.ts';
import type { Account, EffihubCustomer, World } from './world.ts';

const noAccount = ['api', 'help', 'www'];

/** `https://{account}.effihub.com` and `https://app.effihub.com`: list, customer, import, integrations. */
export function effihubPage(world: World, call: Call): Answer {
  const file = asset(call.path);
  if (file) return file;
  const name = call.host.split('.')[0] ?? '';
  const accounts = [...world.accounts.values()];
  const account =
    name === 'app'
      ? world.account
      : accounts.find((one) => one.subdomain === name && !noAccount.includes(name));
  if (!account) return shell(undefined, '', 'Siden findes ikke', '<h1>Siden findes ikke</h1>', 404);

  const [, prefix = '', path = ''] = /^(\/admin)?(\/.*)$/.exec(call.path) ?? [];
  const show = (title: string, main: string, status?: number): Answer =>
    shell(account, prefix, title, main, status);
  if (/^\/(customers|kunder)$/.test(path)) return show('Kunder', customerList(account, prefix));
  if (/^\/(customers\/import|kunder\/importer)$/.test(path)) return show('Importer kunder', importTools);
  if (/^\/(settings\/integrations|indstillinger\/integrationer)$/.test(path)) {
    return show('Integrationer', integrations(account));
  }
  const id = /^\/(?:customers|kunder)\/(\d+)$/.exec(path)?.[1];
  const customer = id ? account.customers.get(Number(id)) : undefined;
  if (customer) return show(customer.name, customerPage(customer));
  if (path === '/') return show('Overblik', '<h1>Overblik</h1>');
  return show('Siden findes ikke', '<h1>Siden findes ikke</h1>', 404);
}

function shell(
  account: Account | undefined,
  prefix: string,
  title: string,
  main: string,
  status?: number,
): Answer {
  return page({
    title,
    main,
    status,
    brand: account ? `Effihub · ${account.name}` : 'Effihub',
    menu: [
      ['Kunder', `${prefix}/kunder`],
      ['Importer kunder', `${prefix}/customers/import`],
      ['Integrationer', `${prefix}/settings/integrations`],
    ],
  });
}

function customerList(account: Account, prefix: string): string {
  const rows = [...account.customers.values()]
    .filter((customer) => customer.archivedAt === null)
    .sort((a, b) => a.name.localeCompare(b.name, 'da') || a.id - b.id)
    .map(
      (customer) =>
        `<tr><td>${escapeHtml(customer.customerNumber)}</td>` +
        `<td><a data-inside href="${prefix}/kunder/${customer.id}">${escapeHtml(customer.name || '(uden navn)')}</a></td>` +
        `<td>${escapeHtml(customer.city)}</td><td>${escapeHtml(customer.vatNumber)}</td></tr>`,
    );
  return `<h1>Kunder</h1><table><thead><tr><th>Nr.</th><th>Navn</th><th>By</th><th>CVR</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const customerPage = (customer: EffihubCustomer): string =>
  `<h1>${escapeHtml(customer.name)}</h1>` +
  facts([
    ['Kundenummer', customer.customerNumber],
    ['CVR nummer', customer.vatNumber],
    ['Adresse', customer.street],
    ['Postnummer og by', [customer.zipCode, customer.city].filter(Boolean).join(' ')],
    ['Land', customer.countryCode],
    ['Faktureringsmail', customer.invoiceEmail],
    ['Telefon', customer.phone],
    ['Dinero', customer.dineroContactGuid ? 'Synkroniseret' : 'Ikke synkroniseret'],
  ]);

const importTools =
  '<h1>Importer kunder</h1><h2>Kopier og indsæt fra regneark</h2>' +
  '<p>Firmanavn, Kundenummer, CVR nummer, Adresse, Postnummer, By, Land, Faktureringsmail, Telefon, Webside, Noter</p>' +
  '<label>Indsæt tabellen her <textarea rows="12" cols="80"></textarea></label>';

const integrations = (account: Account): string =>
  '<h1>Integrationer</h1>' +
  facts([
    ['Dinero', account.dinero?.enabled ? 'Aktiveret' : 'Ikke aktiveret'],
    ['Firma-ID', account.dinero ? String(account.dinero.organizationId) : null],
  ]);
