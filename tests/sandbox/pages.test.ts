import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox, world } from './index.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    world: world({
      customers: [{ name: 'Bager & <b>Søn</b>' }],
      contacts: [{ Name: 'Hansens VVS', number: 1037433153 }],
    }),
  });
});
afterAll(() => sandbox.close());

const page = async (address: string) => {
  const response = await sandbox.fetch(address);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('web pages', () => {
  it.each([
    ['https://app.dinero.dk/637871/contacts', 'Kontakter'],
    ['https://app.dinero.dk/637871/contacts/1037433153', 'Hansens VVS'],
    ['https://app.dinero.dk/637871/2026-01/vouchers', 'Bilag'],
    ['https://nordisktekst.effihub.com/customers', 'Kunder'],
    ['https://app.effihub.com/kunder', 'Kunder'],
    ['https://nordisktekst.effihub.com/kunder/1', 'Bager &#38; &#60;b&#62;Søn&#60;/b&#62;'],
    ['https://nordisktekst.effihub.com/admin/customers/1', 'Bager &#38; &#60;b&#62;Søn&#60;/b&#62;'],
    ['https://nordisktekst.effihub.com/kunder/importer', 'Importer kunder'],
    ['https://nordisktekst.effihub.com/settings/integrations', 'Integrationer'],
  ])('%s has the heading %s', async (address, heading) => {
    const { status, text } = await page(address);
    expect(status).toBe(200);
    expect(/<h1>(.*?)<\/h1>/.exec(text)?.[1]).toBe(heading);
  });

  it('allow no frame and no foreign script', async () => {
    const { headers } = await page('https://app.dinero.dk/637871/contacts');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-src 'none'");
  });

  it.each([
    'https://app.dinero.dk/637871/contacts/12',
    'https://app.dinero.dk/1/contacts',
    'https://nordisktekst.effihub.com/kunder/99',
    'https://help.effihub.com/kunder',
  ])('%s is not found', async (address) => {
    expect((await page(address)).status).toBe(404);
  });
});
