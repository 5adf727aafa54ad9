/**
 * The form that connects a company, and the outcomes of testing and saving it. Module signals: a page has one form, and keeps
 * the drafts of the companies that are not shown.
 */
import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Company, DineroKind } from '../../../lib/domain/company.ts';
import { DEFAULT_API } from '../../../lib/domain/effihub-api-base.ts';
import { problemOf } from '../../../lib/domain/problem.ts';
import type { GrantedOrganization, SettingsInfo } from '../../../lib/features/companies/messages.ts';
import { send } from '../../shared/background.ts';
import {
  dineroOf,
  type EffihubKind,
  effihubOf,
  errorsIn,
  type FieldErrors,
  type FieldName,
  type FormValues,
  fieldsOf,
  hostNeedingAccess,
  initialValues,
  type Part,
  type RequestedCompany,
  type Saved,
  withDineroKind,
} from './fields.ts';

/** The button that was pressed. */
export type Command = Part | 'save' | 'signIn';

export type Outcome =
  | { state: 'busy' }
  | { state: 'connected'; name: string }
  | { state: 'saved' }
  | { state: 'failed'; error: unknown; command: Command }
  | { state: 'host-refused'; host: string; command: Command };

export const settings = signal<SettingsInfo | undefined>(undefined);
export const settingsFailure = signal<{ error: unknown } | undefined>(undefined);
/** The company in the form; undefined for one that is being added. */
export const selectedId = signal<string | undefined>(undefined);
export const formValues = signal<FormValues | undefined>(undefined);
export const errors = signal<FieldErrors>({});
export const outcomes = signal<Partial<Record<Command, Outcome>>>({});
/** What the form's sign-in gives access to. */
export const grantedOrganizations = signal<GrantedOrganization[]>([]);
export const busy = computed(() =>
  Object.values(outcomes.value).some((outcome) => outcome?.state === 'busy'),
);
/** Counts presses refused because of invalid fields. */
export const invalidAttempts = signal(0);

/** What is saved of the selected company. */
export const saved = computed<Saved>(() =>
  settings.value?.companies.find(({ company }) => company.id === selectedId.value),
);

/** Counts changes of the selected company. */
let shown = 0;

interface Draft {
  typed: FormValues;
  granted: GrantedOrganization[];
}

/** By company; the one that is being added under `''`. */
const drafts = new Map<string, Draft>();

/**
 * Loads what is saved, and opens the form unless it is open.
 * @param requested the company to open; it need not be connected yet
 */
export async function loadSettings(requested?: RequestedCompany): Promise<void> {
  try {
    const info = await send('settings');
    settings.value = info;
    settingsFailure.value = undefined;
    const isThere = info.companies.some(({ company }) => company.id === selectedId.value);
    if (formValues.value && (isThere || selectedId.value === undefined)) return;
    open(requested ? companyOf(info, requested) : info.current, requested);
  } catch (error) {
    settingsFailure.value = { error };
  }
}

function companyOf(
  { companies }: SettingsInfo,
  { organizationId, account }: RequestedCompany,
): string | undefined {
  const found = companies.find(
    ({ company }) =>
      (organizationId !== undefined && String(company.organizationId) === organizationId) ||
      (account !== undefined && company.subdomain === account),
  );
  return found?.company.id;
}

function open(id: string | undefined, requested?: RequestedCompany): void {
  const info = settings.value;
  if (!info) return;
  selectedId.value = id;
  const draft = drafts.get(id ?? '');
  formValues.value = draft?.typed ?? initialValues(info, saved.value, DEFAULT_API, requested);
  grantedOrganizations.value = draft?.granted ?? [];
  errors.value = {};
  outcomes.value = {};
}

/** Shows another company. The current values are kept as a draft. */
export function selectCompany(id: string | undefined): void {
  if (formValues.value)
    drafts.set(selectedId.value ?? '', { typed: formValues.value, granted: grantedOrganizations.value });
  shown += 1;
  open(id);
}

/** After a company was removed, or its form saved. */
export function dropDraft(id: string | undefined): void {
  drafts.delete(id ?? '');
}

export function setField(name: FieldName, value: string): void {
  if (!formValues.value) return;
  change(
    { ...formValues.value, [name]: value },
    fieldsOf(formValues.value, 'dinero').includes(name) ? 'dinero' : 'effihub',
  );
  const { [name]: _, ...others } = errors.value;
  errors.value = others;
}

export function setDineroKind(kind: DineroKind): void {
  if (!formValues.value || !settings.value) return;
  change(withDineroKind(formValues.value, kind, settings.value, saved.value), 'dinero');
  errors.value = {};
}

export function setEffihubKind(kind: EffihubKind): void {
  if (!formValues.value) return;
  change({ ...formValues.value, effihub: kind }, 'effihub');
  errors.value = {};
}

/** Outcomes of earlier values no longer apply. */
function change(next: FormValues, part: Part): void {
  formValues.value = next;
  outcomeReporter().report({
    [part]: undefined,
    save: undefined,
    ...(part === 'dinero' && { signIn: undefined }),
  });
}

export const testDinero = () =>
  validateAndRun('dinero', ['dinero'], async (form) => {
    const { organizationName } = await send('testDinero', {
      connectionId: selectedId.value,
      dinero: dineroOf(form),
    });
    return { state: 'connected', name: organizationName };
  });

export const testEffihub = () =>
  validateAndRun('effihub', ['effihub'], async (form) => {
    const { accountName } = await send('testEffihub', {
      connectionId: selectedId.value,
      effihub: effihubOf(form),
    });
    return { state: 'connected', name: accountName };
  });

/** @param onSaved called once the company is connected, if it is still shown */
export const save = (onSaved: (company: Company) => Promise<void> | void) =>
  validateAndRun('save', ['dinero', 'effihub'], async (form, isShown) => {
    const before = selectedId.value;
    const company = await send('saveConnection', {
      connectionId: before,
      dinero: dineroOf(form),
      effihub: effihubOf(form),
    });
    dropDraft(before);
    settings.value = await send('settings');
    if (isShown()) {
      open(company.id);
      await onSaved(company);
    }
    return { state: 'saved' };
  });

/** Must be called directly from a click: the browser asks for permissions only then. */
async function validateAndRun(
  command: Command,
  parts: Part[],
  ask: (form: FormValues, isShown: () => boolean) => Promise<Outcome>,
): Promise<void> {
  const form = formValues.value;
  const info = settings.value;
  if (!form || !info || busy.value) return;
  errors.value = errorsIn(form, info, saved.value, parts);
  if (Object.keys(errors.value).length > 0) {
    invalidAttempts.value += 1;
    return;
  }
  const isForeign = parts.includes('effihub') && form.effihub === 'api';
  const host = isForeign ? hostNeedingAccess(form.baseUrl, DEFAULT_API) : undefined;
  const allowed = host && browser.permissions.request({ origins: [`https://${host}/*`] });
  const { report, isShown } = outcomeReporter();
  // Saving tests both sides again; a test keeps the other side's outcome.
  if (command === 'save') outcomes.value = {};
  report({ save: undefined, [command]: { state: 'busy' } });
  try {
    const refused = host !== undefined && !(await allowed);
    report({ [command]: refused ? { state: 'host-refused', host, command } : await ask(form, isShown) });
  } catch (error) {
    report({ [command]: undefined, [failedPart(command, error)]: { state: 'failed', error, command } });
  }
}

/** Reports outcomes for the company that is shown now, and drops them once another one is. */
export function outcomeReporter() {
  const before = shown;
  const isShown = () => before === shown;
  return {
    isShown,
    report(changed: Partial<Record<Command, Outcome>>): void {
      if (isShown()) outcomes.value = { ...outcomes.value, ...changed };
    },
  };
}

/** A failed save is shown beside the fields of the side that refused. */
function failedPart(command: Command, error: unknown): Command {
  const system = problemOf(error)?.system;
  return command === 'save' && system && system !== 'kundebro' ? system : command;
}
