import { describe, expect, it } from 'vitest';
import { errorsIn, foreignHost, isSaved, type Typed, typedFrom } from '../../components/options/fields.ts';
import type { SettingsInfo } from '../../lib/messaging/protocol.ts';

const STANDARD = 'https://api.effihub.com/v1';

const info = (saved: boolean): SettingsInfo => ({
  clientId: saved ? 'client' : '',
  organizationId: saved ? '637871' : '',
  baseUrl: STANDARD,
  saved: { clientSecret: saved, apiKey: saved, token: saved },
});

const typed = (extra: Partial<Typed> = {}): Typed => ({ ...typedFrom(info(true), STANDARD), ...extra });

describe('the settings form', () => {
  it('opens without a saved secret in any field', () => {
    expect(typed()).toMatchObject({ clientSecret: '', apiKey: '', token: '', clientId: 'client' });
  });

  it('asks for every secret that is neither typed nor saved', () => {
    const blank = typedFrom(info(false), STANDARD);
    expect(errorsIn(blank, info(false), ['dinero', 'effihub'])).toEqual({
      clientId: 'missing',
      clientSecret: 'missing',
      apiKey: 'missing',
      token: 'missing',
    });
    expect(errorsIn(typed(), info(true), ['dinero', 'effihub'])).toEqual({});
  });

  it('looks only at the side that is tested', () => {
    expect(errorsIn(typedFrom(info(false), STANDARD), info(false), ['effihub'])).toEqual({
      token: 'missing',
    });
  });

  it('wants digits alone in Firma-id, which may be left empty', () => {
    const errors = (organizationId: string) => errorsIn(typed({ organizationId }), info(true), ['dinero']);
    expect(errors('63 78')).toEqual({ organizationId: 'digits-only' });
    expect(errors(' 637871 ')).toEqual({});
    expect(errors('')).toEqual({});
  });

  it.each(['http://api.effihub.com/v1', 'api.effihub.com', 'javascript:alert(1)'])(
    'refuses the API address %s',
    (baseUrl) => {
      const errors = errorsIn(typed({ baseUrl, token: 'token' }), info(true), ['effihub']);
      expect(errors).toEqual({ baseUrl: 'https-only' });
    },
  );

  it('wants the token again when the API address has changed', () => {
    const other = typed({ baseUrl: 'https://effihub.example/v1' });
    expect(isSaved('token', info(true), other)).toBe(false);
    expect(errorsIn(other, info(true), ['effihub'])).toEqual({ token: 'missing' });
  });

  it('asks the browser for a host that the manifest does not name, whatever its port', () => {
    expect(foreignHost(STANDARD, STANDARD)).toBeUndefined();
    expect(foreignHost('https://effihub.example:8443/v1', STANDARD)).toBe('effihub.example');
    expect(foreignHost('https://api.effihub.com.example/v1', STANDARD)).toBe('api.effihub.com.example');
  });
});
