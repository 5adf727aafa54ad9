/** Does the Firefox build load, and does its background answer? Playwright cannot load an extension into Firefox. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const build = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const ID = '{8a1f3c52-6b0d-4e9a-9d57-2f6f0c1b7e44}';
/** Firefox gives every profile another host name for an extension; this profile's is set beforehand. */
const HOST = '5b3c1f0e-7a9d-4c52-8e61-2d4f9b0a6c73';
/** What the popup shows once the background has answered. */
const ANSWERED = /Forbind Dinero og Effihub|Connect Dinero and Effihub/;
/** Milliseconds until the popup is given up. */
const PATIENCE = 30_000;

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.env.FIREFOX_PATH,
  headless: true,
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: {
    'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
    'extensions.originControls.grantByDefault': true,
    'intl.locale.requested': 'da',
  },
});
try {
  assert.equal(await browser.installExtension(build), ID);
  const page = await browser.newPage();
  // An extension page never reports `load` over this protocol: what it shows is waited for instead.
  page.goto(`moz-extension://${HOST}/popup.html`).catch(() => undefined);
  // The extension's CSP forbids what `waitForFunction` does; before the page is there, evaluating fails.
  const text = () => page.evaluate(() => document.body.textContent ?? '').catch(() => '');
  for (const giveUp = Date.now() + PATIENCE; !ANSWERED.test(await text()); await setTimeout(100))
    assert(Date.now() < giveUp, `The background does not answer; the popup shows "${await text()}".`);
  console.log('The Firefox build loads, and its background answers.');
} finally {
  await browser.close();
}
process.exit(0);
