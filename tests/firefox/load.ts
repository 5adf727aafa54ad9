/**
 * Does the Firefox build ask for no more than it needs, does it load, does its background answer, and does the panel open on a page of Dinero? Playwright cannot
 * load an extension into Firefox.
 */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { RIGHTS, rightsIn, suspicionsInBuild } from '../helpers/built.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';

const build = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const ID = '{8a1f3c52-6b0d-4e9a-9d57-2f6f0c1b7e44}';
/** Firefox gives every profile another host name for an extension; this profile's is set beforehand. */
const HOST = '5b3c1f0e-7a9d-4c52-8e61-2d4f9b0a6c73';
/** What popup and panel show once the background has answered. */
const ANSWERED =
  /Forbind Dinero og Effihub|Connect Dinero and Effihub|637871 (er ikke forbundet|is not connected)/;
/** Milliseconds until the popup is given up. */
const PATIENCE = 30_000;

assert.deepEqual(await rightsIn(build), RIGHTS.firefox);
assert.deepEqual(await suspicionsInBuild(build), []);

/** Firefox leads the real host names to this machine, but not to another port. */
const sandbox: Sandbox | undefined = await startSandbox({ port: 443 }).catch(() => undefined);

const browser = await puppeteer.launch({
  browser: 'firefox',
  acceptInsecureCerts: true,
  executablePath: process.env.FIREFOX_PATH,
  headless: true,
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: {
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'extensions.originControls.grantByDefault': true,
    'intl.locale.requested': 'da',
    'network.dns.forceResolve': '127.0.0.1',
  },
});
try {
  assert.equal(await browser.installExtension(build), ID);
  const answered = async (what: string, text: () => Promise<string>) => {
    for (const giveUp = Date.now() + PATIENCE; !ANSWERED.test(await text()); await setTimeout(100))
      assert(Date.now() < giveUp, `${what}: nothing but "${await text()}".`);
  };
  const page = await browser.newPage();
  // An extension page never reports `load` over this protocol: what it shows is waited for instead.
  page.goto(`moz-extension://${HOST}/popup.html`).catch(() => undefined);
  // The extension's CSP forbids what `waitForFunction` does; before the page is there, evaluating fails.
  const text = () => page.evaluate(() => document.body.textContent ?? '').catch(() => '');
  await answered('The background does not answer; the popup shows', text);
  console.log('The Firefox build loads, and its background answers.');
  if (sandbox) await panelOpens(answered);
  else console.log('Port 443 cannot be had here, so the panel is not looked at.');
} finally {
  await browser.close();
  await sandbox?.close();
}
process.exit(0);

/** The launcher stands on the page, and what it opens is a page of the extension that the background answers. */
async function panelOpens(
  answered: (what: string, text: () => Promise<string>) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto('https://app.dinero.dk/637871/contacts');
  await page.locator('pierce/.launcher').click();
  const text = async () => {
    // Over this protocol the frame of an extension page goes by `about:blank`.
    const [, frame] = page.frames();
    return (await frame?.evaluate(() => document.body.textContent ?? '').catch(() => '')) ?? '';
  };
  await answered('The panel shows', text);
  console.log('The panel opens on a page of Dinero.');
}
