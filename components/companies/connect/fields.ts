/** The values of the connection form, and their validation before anything is sent. Pure. */
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
  /** Of a sign-in with Visma Connect that is not yet saved. */
  signInId: string;
  effihub: EffihubKind;
  baseUrl: string;
  token: string;
  account: string;
}

export type FieldName = Exclude<keyof FormValues, 'dinero' | 'effihub'>;
/** The words are chosen where it is shown. */
export type FieldError = 'missing' | 'digits-only' | 'https-only' | 'no-account';
export type FieldErrors = Partial<Record<FieldName, FieldError>>;
export type Part = 'dinero' | 'effihub';

/** What is saved of the company; undefined for one that is being added. */
export type Saved = CompanySettings | undefined;

/** A page's Firma-id or account, which the user wants to connect. */
export interface RequestedCompany {
  organizationId?: string;
  account?: string;
}

/** The last used client with a saved secret. */
const savedClient = ({ clients }: SettingsInfo, kind: DineroKind): string =>
  clients.find((client) => client.kind === kind)?.clientId ?? '';

/** The form as it opens. Fields of saved secrets stay empty. */
export function initialValues(
  info: SettingsInfo,
  saved: Saved,
  standardUrl: string,
  requested: RequestedCompany = {},
): FormValues {
  const { company } = saved ?? {};
  return {
    dinero: saved?.dinero ?? 'personal',
    clientId: saved?.clientId || savedClient(info, saved?.dinero ?? 'personal'),
    clientSecret: '',
    apiKey: '',
    organizationId: requested.organizationId ?? (company ? String(company.organizationId) : ''),
    signInId: '',
    effihub: company?.source ?? 'api',
    baseUrl: saved?.baseUrl || standardUrl,
    token: '',
    account: requested.account ?? company?.subdomain ?? '',
  };
}

/** Each kind of access to Dinero has its own client. */
export const withDineroKind = (
  values: FormValues,
  kind: DineroKind,
  info: SettingsInfo,
  saved: Saved,
): FormValues => ({
  ...values,
  dinero: kind,
  clientId: saved?.dinero === kind && saved.clientId ? saved.clientId : savedClient(info, kind),
  clientSecret: '',
});

/** The fields shown, in the order of the form. */
export function fieldsOf(values: FormValues, part: Part): readonly FieldName[] {
  if (part === 'effihub') return values.effihub === 'api' ? ['baseUrl', 'token'] : ['account'];
  return values.dinero === 'personal'
    ? ['clientId', 'clientSecret', 'apiKey', 'organizationId']
    : ['clientId', 'clientSecret', 'signInId', 'organizationId'];
}

/** Validates the fields of these parts. */
export function errorsIn(
  values: FormValues,
  info: SettingsInfo,
  saved: Saved,
  parts: readonly Part[],
): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of parts.flatMap((part) => fieldsOf(values, part))) {
    const error = errorIn(name, values, info, saved);
    if (error) errors[name] = error;
  }
  return errors;
}

function errorIn(
  name: FieldName,
  values: FormValues,
  info: SettingsInfo,
  saved: Saved,
): FieldError | undefined {
  const value = values[name].trim();
  switch (name) {
    case 'organizationId':
      // A key belongs to one company and needs no number; a sign-in gives access to several.
      if (!value) return values.dinero === 'visma' && values.signInId ? 'missing' : undefined;
      return /\D/.test(value) ? 'digits-only' : undefined;
    case 'baseUrl':
      return value && URL.parse(value)?.protocol !== 'https:' ? 'https-only' : undefined;
    case 'account':
      if (!value) return 'missing';
      return accountOf(value) ? undefined : 'no-account';
    default:
      return value || isSaved(name, values, info, saved) ? undefined : 'missing';
  }
}

/** Whether a secret may stay empty. A saved token is valid only for the address it was saved with: it is never sent to another. */
export function isSaved(name: FieldName, values: FormValues, info: SettingsInfo, saved: Saved): boolean {
  const { dinero, clientId } = values;
  switch (name) {
    case 'clientSecret':
      return info.clients.some((client) => client.kind === dinero && client.clientId === clientId.trim());
    case 'apiKey':
      return saved?.dinero === 'personal' && saved.saved.key;
    case 'signInId':
      return saved?.dinero === 'visma' && saved.saved.key;
    case 'token':
      return saved?.saved.token === true && values.baseUrl.trim() === saved.baseUrl;
    default:
      return false;
  }
}

/**
 * The host that needs the user's permission; undefined for the one in the manifest. Without a port, since a permission
 * covers all ports of a host.
 */
export function hostNeedingAccess(baseUrl: string, standardUrl: string): string | undefined {
  const host = URL.parse(baseUrl.trim())?.hostname;
  return host && host !== URL.parse(standardUrl)?.hostname ? host : undefined;
}

export function dineroOf(values: FormValues): DineroFields {
  const client = {
    clientId: values.clientId.trim(),
    clientSecret: values.clientSecret.trim(),
    organizationId: values.organizationId.trim(),
  };
  return values.dinero === 'personal'
    ? { kind: 'personal', ...client, apiKey: values.apiKey.trim() }
    : { kind: 'visma', ...client, signInId: values.signInId };
}

export const effihubOf = (values: FormValues): EffihubFields =>
  values.effihub === 'api'
    ? { kind: 'api', baseUrl: values.baseUrl.trim(), token: values.token.trim() }
    : { kind: 'sheet', account: values.account.trim() };
