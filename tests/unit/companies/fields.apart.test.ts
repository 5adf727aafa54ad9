import { describe, expect, it } from 'vitest';
import {
  dineroOf,
  effihubOf,
  errorsIn,
  type FormValues,
  hostNeedingAccess,
  initialValues,
  isSaved,
  withDineroKind,
} from '../../../components/companies/connect/fields.ts';
import type { CompanySettings, SettingsInfo } from '../../../lib/features/companies/messages.ts';
import { nordisk } from '../../helpers/nordisk.ts';

const STANDARD = 'https://api.effihub.com/v1';

const nothing: SettingsInfo = { companies: [], clients: [], redirectUri: '' };

const saved: CompanySettings = {
  company: nordisk,
  dinero: 'personal',
  clientId: 'client',
  baseUrl: STANDARD,
  saved: { key: true, token: true },
  sharesSignIn: false,
};
const one: SettingsInfo = {
  ...nothing,
  companies: [saved],
  current: nordisk.id,
  clients: [
    { kind: 'personal', clientId: 'client', signedIn: false },
    { kind: 'visma', clientId: 'application', signedIn: true },
  ],
};

const typed = (extra: Partial<FormValues> = {}): FormValues => ({
  ...initialValues(one, saved, STANDARD),
  ...extra,
});
const errors = (form: FormValues) => errorsIn(form, one, saved, ['dinero', 'effihub']);
/** The form of a company that is not connected yet. */
const errorsOfNew = (form: FormValues, info: SettingsInfo) =>
  errorsIn(form, info, undefined, ['dinero', 'effihub']);

describe('the connection form', () => {
  it('opens without saved secrets in its fields', () => {
    expect(typed()).toMatchObject({ clientSecret: '', apiKey: '', token: '', clientId: 'client' });
  });

  it('requires each secret that is neither entered nor saved', () => {
    expect(errorsOfNew(initialValues(nothing, undefined, STANDARD), nothing)).toEqual({
      clientId: 'missing',
      clientSecret: 'missing',
      apiKey: 'missing',
      token: 'missing',
    });
    expect(errors(typed())).toEqual({});
  });

  it('reuses the client of another company, whose secret is entered once', () => {
    const another = initialValues(one, undefined, STANDARD);
    expect(another).toMatchObject({ clientId: 'client', organizationId: '', apiKey: '' });
    expect(errorsOfNew(another, one)).toEqual({ apiKey: 'missing', token: 'missing' });
  });

  it('takes the Firma-id or account of the page that led to it', () => {
    const wanted = initialValues(one, undefined, STANDARD, { organizationId: '551307' });
    expect(wanted).toMatchObject({ organizationId: '551307' });
    expect(initialValues(one, undefined, STANDARD, { account: 'fjord' })).toMatchObject({ account: 'fjord' });
  });

  it('validates only the side that is tested', () => {
    const blank = initialValues(nothing, undefined, STANDARD);
    expect(errorsIn(blank, nothing, undefined, ['effihub'])).toEqual({ token: 'missing' });
  });

  it('accepts only digits as Firma-id, which is optional with a key', () => {
    expect(errors(typed({ organizationId: '63 78' }))).toEqual({ organizationId: 'digits-only' });
    expect(errors(typed({ organizationId: ' 637871 ' }))).toEqual({});
    expect(errors(typed({ organizationId: '' }))).toEqual({});
  });

  it('has a client per kind of access to Dinero, and the saved one when switched back', () => {
    const visma = withDineroKind(typed(), 'visma', one, saved);
    expect(visma).toMatchObject({ dinero: 'visma', clientId: 'application' });
    expect(withDineroKind(visma, 'personal', one, saved)).toMatchObject({ clientId: 'client' });
  });

  it('requires a sign-in with Visma Connect, then one of the granted companies', () => {
    const visma = withDineroKind(typed({ organizationId: '' }), 'visma', one, saved);
    expect(errors(visma)).toEqual({ signInId: 'missing' });
    expect(errors({ ...visma, signInId: 'a' })).toEqual({ organizationId: 'missing' });
    expect(errors({ ...visma, signInId: 'a', organizationId: '637871' })).toEqual({});
    expect(dineroOf({ ...visma, signInId: 'a' })).not.toHaveProperty('apiKey');
  });

  it.each(['http://api.effihub.com/v1', 'api.effihub.com', 'javascript:alert(1)'])(
    'refuses the API address %s',
    (baseUrl) => {
      expect(errors(typed({ baseUrl, token: 'token' }))).toEqual({ baseUrl: 'https-only' });
    },
  );

  it('requires the token again when the API address has changed', () => {
    const other = typed({ baseUrl: 'https://effihub.example/v1' });
    expect(isSaved('token', other, one, saved)).toBe(false);
    expect(errors(other)).toEqual({ token: 'missing' });
  });

  it('requires the account without an API, however its address is written', () => {
    const sheet = (account: string) => errors(typed({ effihub: 'sheet', account }));
    expect(sheet('')).toEqual({ account: 'missing' });
    expect(sheet('nordisk tekst')).toEqual({ account: 'no-account' });
    expect(sheet('https://app.effihub.com/kunder')).toEqual({ account: 'no-account' });
    expect(sheet('https://nordisktekst.effihub.com/kunder/12')).toEqual({});
    expect(effihubOf(typed({ effihub: 'sheet', account: ' nordisktekst ' }))).toEqual({
      kind: 'sheet',
      account: 'nordisktekst',
    });
  });

  it('needs permission for a host outside the manifest, whatever its port', () => {
    expect(hostNeedingAccess(STANDARD, STANDARD)).toBeUndefined();
    expect(hostNeedingAccess('https://effihub.example:8443/v1', STANDARD)).toBe('effihub.example');
    expect(hostNeedingAccess('https://api.effihub.com.example/v1', STANDARD)).toBe('api.effihub.com.example');
  });
});
