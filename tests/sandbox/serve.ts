import { parseArgs } from 'node:util';
import { worldSizes } from './generate.ts';
import { credentials, startSandbox } from './index.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'usual' },
    port: { type: 'string', default: '8443' },
    seed: { type: 'string', default: '1' },
    'no-limits': { type: 'boolean', default: false },
  },
});

const size = worldSizes.find((one) => one === values.size);
if (!size) throw new Error(`--size is one of ${worldSizes.join(', ')}`);

const sandbox = await startSandbox({
  size,
  port: Number(values.port),
  seed: Number(values.seed),
  limits: !values['no-limits'],
});
const { organization, account } = sandbox.world;
const { nordisk } = credentials;

console.log(`Stand-ins for Dinero and Effihub on port ${sandbox.httpsPort}
  ${organization.name} (${organization.id}): ${organization.contacts.size} contacts
  ${account.name} (${account.subdomain}.effihub.com): ${account.customers.size} customers

Start Chromium with
  --ignore-certificate-errors --host-resolver-rules="${sandbox.hostRules}"

Settings
  Klient-id          ${nordisk.clientId}
  Klienthemmelighed  ${nordisk.clientSecret}
  API-nøgle          ${nordisk.apiKey}
  Firma-id           ${nordisk.organizationId}
  API-token          ${nordisk.effihubToken}

Pages
  https://app.dinero.dk/${organization.id}/contacts
  https://${account.subdomain}.effihub.com/kunder

Ctrl-C ends it.`);

process.once('SIGINT', () => void sandbox.close());
process.once('SIGTERM', () => void sandbox.close());
