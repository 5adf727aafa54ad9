/** Beside `wxt` in development mode: the sandbox, and a Chromium that is led to it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../helpers/browser.ts';
import { clientId, clientSecret, credentials, startSandbox } from '../sandbox/index.ts';

const extension = fileURLToPath(new URL('../../.output/chrome-mv3-dev', import.meta.url));
const sandbox = await startSandbox({ size: 'usual', limits: false, port: 8443 });
const { apiKey, organizationId, effihubToken } = credentials.nordisk;
console.log(`Sandbox on port ${sandbox.httpsPort}. Enter under Indstillinger:`);
console.table({ clientId, clientSecret, apiKey, organizationId, effihubToken });

if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
  while (!existsSync(`${extension}/manifest.json`)) await new Promise((resolve) => setTimeout(resolve, 200));
  const { context, origin } = await openBrowser({ sandbox, headless: false, extension });
  await (await context.newPage()).goto(`${origin}/options.html`);
} else {
  console.log('No display here. Elsewhere, start a Chromium with');
  console.log(`  --load-extension=${extension} --ignore-certificate-errors`);
  console.log(`  --host-resolver-rules="${sandbox.hostRules}"`);
}
