import { expect, test } from '../browser/fixtures.ts';
import { press } from '../pages/controls.ts';
import { contacts, customers, prepare } from '../pages/result.ts';
import type { Fault, Sandbox } from '../sandbox/index.ts';

/** Both resolve to the sandbox, whose log would show such a request. */
const ELSEWHERE = {
  'a host beside it': 'https://ond.effihub.com/',
  // The extension may reach it, but not with this key.
  'the other system': 'https://api.effihub.com/v1/ond',
};

/** The only addresses that the extension has reason to request. */
const ASKED =
  /^(api\.dinero\.dk\/v1\/(organizations|637871\/)|api\.effihub\.com\/v1\/(account|customer)|authz\.dinero\.dk\/dineroapi\/)/;

const strays = ({ requests }: Sandbox) =>
  requests.map(({ host, path }) => host + path).filter((address) => !ASKED.test(address));

const READS: Fault[] = [
  { system: 'dinero', host: 'authz.dinero.dk', kind: 'redirect', status: 307 },
  { system: 'dinero', path: /contacts$/, kind: 'redirect', status: 302 },
  { system: 'effihub', path: /customers$/, kind: 'redirect', status: 301 },
];
const WRITES: Fault[] = [
  { system: 'dinero', method: 'POST', path: /contacts$/, kind: 'redirect', status: 307 },
  { system: 'effihub', method: 'PUT', kind: 'redirect', status: 308 },
  { system: 'effihub', method: 'POST', path: /customers$/, kind: 'redirect', status: 302 },
];

for (const [where, to] of Object.entries(ELSEWHERE)) {
  test(`a redirect to ${where} is not followed, and the request is carried out once at the right place`, async ({
    connectTo,
    extension,
    sandbox,
  }) => {
    const lead = (faults: Fault[]) => faults.map((fault) => sandbox.faults.add({ ...fault, to } as Fault));
    const app = await connectTo({
      customers: [{ name: 'Zenit Film' }],
      contacts: [{ Name: 'Klar Vask I/S' }],
    });
    const reads = lead(READS);
    const page = await prepare(app, { create: ['Zenit Film'], import: ['Klar Vask I/S'] });
    expect(reads.map(({ hits }) => hits)).toEqual([1, 1, 1]);
    const writes = lead(WRITES);
    await press(page, 'Gem og fuldfør');
    await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible({
      timeout: 20_000,
    });
    expect(writes.map(({ hits }) => hits)).toEqual([1, 1, 1]);
    expect(strays(sandbox)).toEqual([]);
    expect(contacts(sandbox)).toHaveLength(2);
    expect(customers(sandbox)).toHaveLength(2);

    // The log would show a followed redirect.
    await (await extension.newPage()).goto(to);
    expect(strays(sandbox)).not.toEqual([]);
  });
}
