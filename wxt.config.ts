import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The public key keeps the extension's id the same on every machine: sign-in addresses depend on it. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA65+dozHS8/g+rSUZk2Hm+iohQP3wHCwF7RQymPw4jMeiEBEUBll7HCdCjcnvug7VTnIHY1qhRyg3J9NsOV91TxD1UmJmQ6GwQ5iXIhaz5OqgwzwycS+s9FXIjZkQ5iD0FKgWHutxhPZsSJhCICdE6QEcsxYNWF7X5DJeD1xlxV7s48RSqBwW/uv+MGLYvSDo0Wulq9Y7MY1WTlza7iD4qJuCs/yE5JMuQNnQV27ZEdOaH2SeOmKWLhKzznfUgd6UolfkcWrADCJgyVr/mvLPPkm9Evzmed3I0TEN7kIFRK3a62KIrKGGg5YEPxveIDWJcsmeFi44d9MC1QH1u3Tv4QIDAQAB';

/** Where the panel may stand. */
const SITES = ['https://app.dinero.dk/*', 'https://*.effihub.com/*'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: 'Kundebro',
    description: 'Holder en virksomheds kunder ens i Effihub og i Dinero.',
    // For signing in with Visma Connect: Chrome asks for it only then, Firefox cannot.
    permissions: ['storage', 'alarms', ...(browser === 'firefox' ? ['identity'] : [])],
    commands: {
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: 'Åbn eller luk panelet i Dinero og Effihub',
      },
    },
    web_accessible_resources: [{ resources: ['panel.html'], matches: SITES, use_dynamic_url: true }],
    host_permissions: [
      'https://api.dinero.dk/*',
      'https://authz.dinero.dk/*',
      'https://connect.visma.com/*',
      'https://api.effihub.com/*',
    ],
    // Only for an Effihub address outside effihub.com, asked for when it is typed in the settings.
    optional_host_permissions: ['https://*/*'],
    // In development, modules and styles come from Vite's server.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors https://app.dinero.dk https://*.effihub.com",
      },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{8a1f3c52-6b0d-4e9a-9d57-2f6f0c1b7e44}',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: KEY, minimum_chrome_version: '126', optional_permissions: ['identity'] }),
  }),
  vite: () => ({
    plugins: [preact()],
    // The oldest browsers that the manifest names.
    build: { target: ['chrome126', 'firefox140'], cssTarget: ['chrome126', 'firefox140'] },
  }),
});
