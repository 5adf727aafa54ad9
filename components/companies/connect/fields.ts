/** What is typed to connect a company, and what is wrong with it before anything is sent. Pure. */
import type { DineroKind } from '../../../lib/domain/company.ts';
import { accountOf } from '../../../lib/domain/effihub-page.ts';
import type {
  CompanySettings,
  DineroFields,
  EffihubFields,
  SettingsInfo,
} from '../../../lib/features/companies/messages.ts';

export type EffihubKind = EffihubFields['kind'];

export interface FormValues {
  dinero: DineroKind;
  clientId: string;
  clientSecret: string;
  apiKey: string;
  organizationId: string;
  /** Of a sign-in with Visma Connect that is not saved yet. */
  signInId: string;
  effihub: EffihubKind;
  baseUrl: string;
  token: string;
  account: string;
}

export type FieldName = Exclude<keyof FormValues, 'dinero' | 'effihub'>;
/** What is wrong with a field; the words are chosen where it is shown. */
export type FieldError = 'missing' | 'digits-only' | 'https-only' | 'no-account';
export type FieldErrors = Partial<Record<FieldName, FieldError>>;
export type Part = 'dinero' | 'effihub';

/** A company as the form has it: what is saved of it, or nothing for one to be added. */
export type Saved = CompanySettings | undefined;

/** What a page wants connected: its own Firma-id or account. */
export interface Wanted {
  organizationId?: string;
  account?: string;
}

/** The client whose secret is saved; the one last used. */
const savedClient = ({ clients }: SettingsInfo, kind: DineroKind): string =>
  clients.find((client) => client.kind === kind)?.clientId ?? '';

/** The form as it opens: saved secrets stay where they are, their fields are empty. */
export function typedFrom(
  info: SettingsInfo,
  saved: Saved,
  standardUrl: string,
  wanted: Wanted = {},
): FormValues {
  const { company } = saved ?? {};
  return {
    dinero: saved?.dinero ?? 'personal',
    clientId: saved?.clientId || savedClient(info, saved?.dinero ?? 'personal'),
    clientSecret: '',
    apiKey: '',
    organizationId: wanted.organizationId ?? (company ? String(company.organizationId) : ''),
    signInId: '',
    effihub: company?.source ?? 'api',
    baseUrl: saved?.baseUrl || standardUrl,
    token: '',
    account: wanted.account ?? company?.subdomain ?? '',
  };
}

/** Another way into Dinero has another client. */
export const withDineroKind = (
  typed: FormValues,
  kind: DineroKind,
  info: SettingsInfo,
  saved: Saved,
): FormValues => ({
  ...typed,
  dinero: kind,
  clientId: saved?.dinero === kind && saved.clientId ? saved.clientId : savedClient(info, kind),
  clientSecret: '',
});

/** The fields that are asked for, in the order of the form. */
export function fieldsOf(typed: FormValues, part: Part): readonly FieldName[] {
  if (part === 'effihub') return typed.effihub === 'api' ? ['baseUrl', 'token'] : ['account'];
  return typed.dinero === 'personal'
    ? ['clientId', 'clientSecret', 'apiKey', 'organizationId']
    : ['clientId', 'clientSecret', 'signInId', 'organizationId'];
}

/** Only the fields of these parts are looked at. */
export function errorsIn(
  typed: FormValues,
  info: SettingsInfo,
  saved: Saved,
  parts: readonly Part[],
): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of parts.flatMap((part) => fieldsOf(typed, part))) {
    const error = errorIn(name, typed, info, saved);
    if (error) errors[name] = error;
  }
  return errors;
}

function errorIn(
  name: FieldName,
  typed: FormValues,
  info: SettingsInfo,
  saved: Saved,
): FieldError | undefined {
  const value = typed[name].trim();
  switch (name) {
    case 'organizationId':
      // A key belongs to one company, which is found without its number; a sign-in reaches several.
      if (!value) return typed.dinero === 'visma' && typed.signInId ? 'missing' : undefined;
      return /\D/.test(value) ? 'digits-only' : undefined;
    case 'baseUrl':
      return value && URL.parse(value)?.protocol !== 'https:' ? 'https-only' : undefined;
    case 'account':
      if (!value) return 'missing';
      return accountOf(value) ? undefined : 'no-account';
    default:
      return value || isSaved(name, typed, info, saved) ? undefined : 'missing';
  }
}

/** Whether a secret may stay empty. A saved token counts only for the address it was saved with: it is never sent to another. */
export function isSaved(name: FieldName, typed: FormValues, info: SettingsInfo, saved: Saved): boolean {
  const { dinero, clientId } = typed;
  switch (name) {
    case 'clientSecret':
      return info.clients.some((client) => client.kind === dinero && client.clientId === clientId.trim());
    case 'apiKey':
      return saved?.dinero === 'personal' && saved.saved.key;
    case 'signInId':
      return saved?.dinero === 'visma' && saved.saved.key;
    case 'token':
      return saved?.saved.token === true && typed.baseUrl.trim() === saved.baseUrl;
    default:
      return false;
  }
}

/**
 * The host that the browser must be asked about first, or undefined for the one that the manifest names.
 * Without a port: a permission is for all ports of a host.
 */
export function foreignHost(baseUrl: string, standardUrl: string): string | undefined {
  const host = URL.parse(baseUrl.trim())?.hostname;
  return host && host !== URL.parse(standardUrl)?.hostname ? host : undefined;
}

export function dineroOf(typed: FormValues): DineroFields {
  const client = {
    clientId: typed.clientId.trim(),
    clientSecret: typed.clientSecret.trim(),
    organizationId: typed.organizationId.trim(),
  };
  return typed.dinero === 'personal'
    ? { kind: 'personal', ...client, apiKey: typed.apiKey.trim() }
    : { kind: 'visma', ...client, signInId: typed.signInId };
}

export const effihubOf = (typed: FormValues): EffihubFields =>
  typed.effihub === 'api'
    ? { kind: 'api', baseUrl: typed.baseUrl.trim(), token: typed.token.trim() }
    : { kind: 'sheet', account: typed.account.trim() };
