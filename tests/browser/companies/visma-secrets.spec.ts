import { createHash } from 'node:crypto';
import { consoleOf, heardBy, hearEverything } from '../../helpers/hear.ts';
import { storedBy } from '../../helpers/stored.ts';
import { press, status } from '../../pages/controls.ts';
import { connectVisma, organization, signIn } from '../../pages/visma.ts';
import { type Sandbox, vismaClientId, vismaClientSecret } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ connected: false, ownBrowser: true });

/** The pair as it is sent: each is encoded as in a form first. */
const BASIC = btoa(`${vismaClientId}:${vismaClientSecret}`.replaceAll('-', '%2D'));
const valuesIn = async (page: Page): Promise<string> =>
  (
    await page.locator('input').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))
  ).join('\n');

/** All that opens something, as the sandbox has given it out so far. */
const secretsOf = ({ world }: Sandbox): string[] => [
  vismaClientSecret,
  BASIC,
  ...world.vismaCodes.keys(),
  ...world.tokens.keys(),
  ...world.vismaSignIns.flatMap(({ refreshTokens }) => refreshTokens),
];

/** Nobody but the extension knows a verifier; Visma Connect knows its hash. */
const verifiersIn = (text: string, { world }: Sandbox): string[] => {
  const challenges = new Set([...world.vismaCodes.values()].map(({ challenge }) => challenge));
  const hash = (word: string) => createHash('sha256').update(word).digest('base64url');
  return (text.match(/[\w-]{43,128}/g) ?? []).filter((word) => challenges.has(hash(word)));
};

test('no secret of a sign-in gets to a page, a console, or any table but those for secrets', {
  tag: '@slow',
}, async ({ app, extension, sandbox }) => {
  const written = consoleOf(extension);
  await extension.addInitScript(hearEverything);

  const page = await connectVisma(app);
  const given = new Set(secretsOf(sandbox));
  // Tokens that were given out are forgotten by the sandbox when they are over.
  const remember = () => {
    for (const secret of secretsOf(sandbox)) given.add(secret);
  };
  sandbox.expireTokens();
  await press(page, 'Test Dinero-forbindelsen');
  await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
  remember();
  // Visma Connect refuses with everything that it was sent.
  sandbox.expireTokens();
  const newest = sandbox.world.vismaSignIns[0]?.refreshTokens.at(-1);
  const error_description = `Modtaget: ${vismaClientSecret} ${BASIC} ${newest}`;
  sandbox.faults.add({
    system: 'dinero',
    host: 'connect.visma.com',
    path: /token$/,
    kind: 'status',
    status: 400,
    body: { error: 'invalid_grant', error_description },
  });
  await press(page, 'Test Dinero-forbindelsen');
  await expect(page.getByRole('alert')).toContainText('Du er logget ud af Visma Connect');
  await expect(page.getByRole('alert')).toContainText('Modtaget: ***');
  const whileRefused = await page.content();
  const popup = await app.open('popup');
  await expect(popup.getByRole('button', { name: 'Start synkronisering', exact: true })).toBeVisible();
  await signIn(page, 'Log ind igen');
  await expect(organization(page)).toBeVisible();
  await press(page, 'Gem indstillinger');
  await expect(status(page, 'Gemt')).toBeVisible();
  remember();
  await extension.serviceWorkers()[0]?.evaluate(() => console.error('the worker is heard'));
  await page.evaluate(() => console.error('the page is heard'));

  const { local, session, tables } = await storedBy(app);
  const { secrets, clients, signIns, ...others } = tables;
  const places = {
    heard: `${await heardBy(page)}\n${await heardBy(popup)}`,
    console: written.join('\n'),
    page: whileRefused + (await page.content()) + (await popup.content()),
    inputs: await valuesIn(page),
    local: JSON.stringify(local),
    session: JSON.stringify(session),
    tables: JSON.stringify(others),
  };
  // All of it was there to be found, and every kind of place has been looked at.
  expect(JSON.stringify(clients)).toContain(`"${vismaClientSecret}"`);
  expect(JSON.stringify(signIns)).toContain(sandbox.world.vismaSignIns.at(-1)?.refreshTokens.at(-1));
  expect(secrets).toMatchObject([{ dinero: { kind: 'visma', clientId: vismaClientId } }]);
  expect(places.session).toContain([...sandbox.world.tokens.keys()].at(-1));
  expect(places.inputs).toContain(vismaClientId);
  for (const told of ['"organizations":[{', '"redirectUri":"https://', '"type":"companies"'])
    expect(places.heard).toContain(told);
  for (const who of ['worker', 'page']) expect(places.console).toContain(`the ${who} is heard`);
  expect(given.size).toBeGreaterThanOrEqual(2 + 2 + 3 + 3);

  const leaks = Object.entries(places).flatMap(([place, text]) => {
    // The worker finds its access token there after it was stopped.
    const wanted = [...given].filter(
      (secret) => place !== 'session' || !secret.startsWith('sandbox-access-token-'),
    );
    const found = [...wanted.filter((secret) => text.includes(secret)), ...verifiersIn(text, sandbox)];
    return found.map((secret) => `${secret} in ${place}`);
  });
  expect(leaks).toEqual([]);
});
