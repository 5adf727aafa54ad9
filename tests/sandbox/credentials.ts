/** Obviously fake: they open nothing but the sandbox. */
export const clientId = 'sandbox-client-id';
export const clientSecret = 'sandbox-client-secret';
export const apiKey = 'sandbox-api-key';
export const vismaClientId = 'sandbox-visma-client-id';
export const vismaClientSecret = 'sandbox-visma-client-secret';
export const effihubToken = 'sandbox-effihub-token';

export interface Credentials {
  organizationId: number;
  clientId: string;
  clientSecret: string;
  apiKey: string;
  effihubToken: string;
}

/** One set per connection: Nordisk Tekst is the usual one, Fjord another company, the third has no Dinero Pro. */
export const credentials = {
  nordisk: { organizationId: 637871, clientId, clientSecret, apiKey, effihubToken },
  fjord: {
    organizationId: 551307,
    clientId,
    clientSecret,
    apiKey: 'sandbox-api-key-fjord',
    effihubToken: 'sandbox-effihub-token-fjord',
  },
  withoutPro: {
    organizationId: 700100,
    clientId,
    clientSecret,
    apiKey: 'sandbox-api-key-without-pro',
    effihubToken,
  },
} satisfies Record<string, Credentials>;
