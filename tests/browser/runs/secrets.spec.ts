import { consoleOf, heardBy, hearEverything } from '../../helpers/hear.ts';
import { storedBy } from '../../helpers/stored.ts';
import { download, press } from '../../pages/controls.ts';
import { prepare } from '../../pages/result.ts';
import { button } from '../../pages/steps.ts';
import { credentials, type Sandbox } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const { clientId, clientSecret, apiKey, effihubToken } = credentials.nordisk;
/** What Dinero is sent to sign in. */
const DINERO = [clientSecret, apiKey, btoa(`${clientId}:${clientSecret}`)];

/** One request of each kind is refused with everything that its server knows. */
function quoteAll({ faults, world }: Sandbox): void {
  const quoting = (secrets: () => string[]) => ({
    toJSON() {
      const message = `Modtaget: ${secrets().join(' ')}`;
      const errors = { name: [message] };
      return {
        error: 'invalid_grant',
        error_description: message,
        message,
        validationErrors: errors,
        errors,
      };
    },
  });
  const dinero = quoting(() => [...DINERO, [...world.tokens.keys()].at(-1) ?? '']);
  const refused = { kind: 'status', status: 400 } as const;
  faults.add({ system: 'dinero', host: 'authz.dinero.dk', ...refused, body: quoting(() => DINERO) });
  faults.add({ system: 'dinero', method: 'POST', path: /contacts$/, ...refused, body: dinero });
  const effihub = quoting(() => [effihubToken]);
  faults.add({ system: 'effihub', method: 'POST', path: /customers$/, ...refused, body: effihub });
}

test('whatever a run meets, no secret gets to a page, a console, the report or any table but its own', async ({
  connectTo,
  extension,
  sandbox,
}) => {
  const written = consoleOf(extension);
  await extension.addInitScript(hearEverything);
  const app = await connectTo({
    customers: [{ name: 'Alfa Kaffe' }, { name: 'Bro & Havn' }, { name: 'Zenit Film' }],
    contacts: [{ Name: 'Klar Vask I/S' }],
  });
  const page = await prepare(app, {
    create: ['Alfa Kaffe', 'Bro & Havn', 'Zenit Film'],
    import: ['Klar Vask I/S'],
  });
  const { faults } = sandbox;
  faults.add({ system: 'dinero', path: /organizations$/, kind: 'status', status: 401 });
  quoteAll(sandbox);
  faults.add({ system: 'dinero', method: 'POST', path: /contacts$/, kind: 'html', status: 502 });
  faults.add({ system: 'effihub', method: 'PUT', path: /dinero-link$/, kind: 'html' });

  await press(page, 'Gem og fuldfør');
  await expect(page.getByRole('alert')).toContainText('“Modtaget: *** ***');
  const whilePaused = await page.content();
  await press(page, 'Genoptag');
  await expect(page.getByText('Synkroniseringen er færdig med 2 fejl', { exact: true })).toBeVisible();
  const popup = await app.open('popup');
  await press(popup, 'Vis resultat');
  await expect(popup.getByText('Synkroniseringen er færdig med 2 fejl', { exact: true })).toBeVisible();
  const { text: report } = await download(page, button(page, 'Hent rapport'));
  await extension.serviceWorkers()[0]?.evaluate(() => console.error('the worker is heard'));
  await page.evaluate(() => console.error('the page is heard'));

  const { local, session, tables } = await storedBy(app);
  const { secrets, clients, ...others } = tables;
  const heard = [await heardBy(page), await heardBy(popup)];
  const places = {
    heard: heard.join('\n'),
    console: written.join('\n'),
    page: whilePaused + (await page.content()) + (await popup.content()),
    report,
    local: JSON.stringify(local),
    session: JSON.stringify(session),
    tables: JSON.stringify(others),
  };

  // All of it was there to be found, and every kind of place has been looked at.
  const given = [...sandbox.world.tokens.keys()];
  expect(given.length).toBeGreaterThan(1);
  expect(places.session).toContain(given.at(-1));
  for (const secret of [clientSecret, apiKey, effihubToken])
    expect(JSON.stringify([secrets, clients])).toContain(`"${secret}"`);
  for (const place of ['heard', 'page', 'report', 'tables'] as const)
    expect(places[place], place).toContain('Modtaget: ***');
  for (const told of ['"type":"run"', '"type":"overview"']) expect(places.heard).toContain(told);
  for (const who of ['worker', 'page']) expect(places.console).toContain(`the ${who} is heard`);
  expect(Object.keys(others)).toEqual(
    expect.arrayContaining(['connections', 'limiters', 'operations', 'runs']),
  );

  const leaks = Object.entries(places).flatMap(([place, text]) => {
    // The worker finds its access token there after it was stopped.
    const secrets = [...DINERO, effihubToken, ...(place === 'session' ? [] : given)];
    return secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${place}`);
  });
  expect(leaks).toEqual([]);
});
