import { describe, expect, it } from 'vitest';
import { company, connectionId, open, problem, sandboxAround } from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { credentials, world } from '../../sandbox/index.ts';

sandboxAround();

describe('connecting', () => {
  const { nordisk, fjord, withoutPro } = credentials;
  it.each([
    [
      'a wrong secret',
      { ...nordisk, clientSecret: 'x' },
      { code: 'wrong-credentials', fields: [{ field: 'clientId' }] },
    ],
    [
      'a wrong key',
      { ...nordisk, apiKey: 'x' },
      { code: 'wrong-credentials', fields: [{ field: 'apiKey' }] },
    ],
    [
      'the key of another company',
      { ...nordisk, apiKey: fjord.apiKey },
      { code: 'wrong-company', linkedTo: 'Fjord Regnskab ApS' },
    ],
    ['no Pro subscription', withoutPro, { code: 'no-subscription' }],
    ['a wrong token', { ...nordisk, effihubToken: 'x' }, { system: 'effihub', code: 'wrong-credentials' }],
    [
      'an empty field',
      { ...nordisk, clientSecret: '' },
      { code: 'incomplete', fields: [{ field: 'clientSecret' }] },
    ],
  ])('reports %s, and saves nothing', async (_, who, expected) => {
    company.sandbox.reset({ world: world() });
    company.office = openOffice(company.sandbox);
    expect(await problem(company.office.connect(who))).toMatchObject(expected);
    expect(await company.office.ask.overview(undefined)).toEqual({ companies: [] });
    expect(await company.office.database.secrets.count()).toBe(0);
  });

  it('keeps a saved secret when the field is empty, but never sends a saved token to another address', async () => {
    await open();
    const dineroFields = {
      kind: 'personal',
      clientId: nordisk.clientId,
      clientSecret: '',
      apiKey: '',
      organizationId: '637871',
    } as const;
    const kept = {
      connectionId,
      dinero: dineroFields,
      effihub: { kind: 'api', baseUrl: 'https://api.effihub.com/v1', token: '' },
    } as const;
    expect(await company.office.ask.saveConnection(kept)).toMatchObject({ accountName: 'Nordisk Tekst' });
    const elsewhere = {
      ...kept,
      effihub: { kind: 'api', baseUrl: 'https://api.example.org/v1', token: '' },
    } as const;
    expect(await problem(Promise.resolve(company.office.ask.saveConnection(elsewhere)))).toMatchObject({
      code: 'incomplete',
      fields: [{ field: 'token' }],
    });
  });

  it('never returns a saved secret', async () => {
    await open();
    const everything = JSON.stringify([await company.office.ask.settings(undefined), company.office.updates]);
    for (const secret of [nordisk.clientSecret, nordisk.apiKey, nordisk.effihubToken])
      expect(everything).not.toContain(secret);
  });
});
