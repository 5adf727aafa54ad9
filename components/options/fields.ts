/** What is typed on the settings page, and what is wrong with it before anything is sent. Pure. */
import type { DineroFields, EffihubFields, SettingsInfo } from '../../lib/messaging/protocol.ts';

export type Typed = DineroFields & EffihubFields;
export type FieldName = keyof Typed;
/** What is wrong with a field; the words are chosen where it is shown. */
export type FieldError = 'missing' | 'digits-only' | 'https-only';
export type FieldErrors = Partial<Record<FieldName, FieldError>>;
export type Part = 'dinero' | 'effihub';

export const FIELDS: Record<Part, readonly FieldName[]> = {
  dinero: ['clientId', 'clientSecret', 'apiKey', 'organizationId'],
  effihub: ['baseUrl', 'token'],
};

/**
 * The form as it opens: saved secrets stay where they are, their fields are empty.
 * @param wanted the Firma-id of a company to be connected, which need not be the saved one
 */
export const typedFrom = (
  { clientId, organizationId, baseUrl }: SettingsInfo,
  standardUrl: string,
  wanted?: string,
): Typed => ({
  clientId,
  clientSecret: '',
  apiKey: '',
  organizationId: wanted ?? organizationId,
  baseUrl: baseUrl || standardUrl,
  token: '',
});

/** Only the fields of these parts are looked at. */
export function errorsIn(typed: Typed, info: SettingsInfo, parts: readonly Part[]): FieldErrors {
  const errors: FieldErrors = {};
  const names = parts.flatMap((part) => FIELDS[part]);
  for (const name of names) {
    const value = typed[name].trim();
    if (name === 'organizationId') {
      if (/\D/.test(value)) errors[name] = 'digits-only';
    } else if (name === 'baseUrl' && value) {
      if (URL.parse(value)?.protocol !== 'https:') errors[name] = 'https-only';
    } else if (!value && !isSaved(name, info, typed)) errors[name] = 'missing';
  }
  return errors;
}

/** A saved token counts only for the address it was saved with: it is never sent to another one. */
export function isSaved(name: FieldName, { saved, baseUrl }: SettingsInfo, typed: Typed): boolean {
  if (name === 'token') return saved.token && typed.baseUrl.trim() === baseUrl;
  return (name === 'clientSecret' || name === 'apiKey') && saved[name];
}

/**
 * The host that the browser must be asked about first, or undefined for the one that the manifest names.
 * Without a port: a permission is for all ports of a host.
 */
export function foreignHost(baseUrl: string, standardUrl: string): string | undefined {
  const host = URL.parse(baseUrl.trim())?.hostname;
  return host && host !== URL.parse(standardUrl)?.hostname ? host : undefined;
}

export const dineroOf = (typed: Typed): DineroFields => ({
  clientId: typed.clientId.trim(),
  clientSecret: typed.clientSecret.trim(),
  apiKey: typed.apiKey.trim(),
  organizationId: typed.organizationId.trim(),
});

export const effihubOf = (typed: Typed): EffihubFields => ({
  baseUrl: typed.baseUrl.trim(),
  token: typed.token.trim(),
});
