/** The form that connects a company, and what came of testing and saving it. */
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
  foreignHost,
  type Part,
  type Saved,
  typedFrom,
  type Wanted,
  withDineroKind,
} from './fields.ts';

/** Which button it was. */
export type Command = Part | 'save' | 'signIn';

export type Outcome =
  | { state: 'busy' }
  | { state: 'connected'; name: string }
  | { state: 'saved' }
  | { state: 'failed'; error: unknown; command: Command }
  | { state: 'host-refused'; host: string; command: Command };

export const settings = signal<SettingsInfo | undefined>(undefined);
export const settingsFailure = signal<{ error: unknown } | undefined>(undefined);
/** The company whose keys are typed; undefined for one to be added. */
export const chosen = signal<string | undefined>(undefined);
export const typed = signal<FormValues | undefined>(undefined);
export const errors = signal<FieldErrors>({});
export const outcomes = signal<Partial<Record<Command, Outcome>>>({});
/** What the sign-in that is typed gives access to. */
export const granted = signal<GrantedOrganization[]>([]);
export const busy = computed(() =>
  Object.values(outcomes.value).some((outcome) => outcome?.state === 'busy'),
);
/** How often a press found something wrong in the fields. */
export const refusals = signal(0);

/** What is saved of the company that is chosen. */
export const saved = computed<Saved>(() =>
  settings.value?.companies.find(({ company }) => company.id === chosen.value),
);

/** Raised when another company is shown. */
let shown = 0;

interface Draft {
  typed: FormValues;
  granted: GrantedOrganization[];
}

/** What was typed for companies that are not shown now; of the one to be added under `''`. */
const drafts = new Map<string, Draft>();

/**
 * Reads what is saved, and opens the form.
 * @param wanted the page's company, which need not be connected yet; its form is opened
 */
export async function loadSettings(wanted?: Wanted): Promise<void> {
  try {
    const info = await send('settings');
    settings.value = info;
    settingsFailure.value = undefined;
    const isThere = info.companies.some(({ company }) => company.id === chosen.value);
    if (typed.value && (isThere || chosen.value === undefined)) return;
    open(wanted ? companyOf(info, wanted) : info.current, wanted);
  } catch (error) {
    settingsFailure.value = { error };
  }
}

function companyOf({ companies }: SettingsInfo, { organizationId, account }: Wanted): string | undefined {
  const found = companies.find(
    ({ company }) =>
      (organizationId !== undefined && String(company.organizationId) === organizationId) ||
      (account !== undefined && company.subdomain === account),
  );
  return found?.company.id;
}

function open(id: string | undefined, wanted?: Wanted): void {
  const info = settings.value;
  if (!info) return;
  chosen.value = id;
  const draft = drafts.get(id ?? '');
  typed.value = draft?.typed ?? typedFrom(info, saved.value, DEFAULT_API, wanted);
  granted.value = draft?.granted ?? [];
  errors.value = {};
  outcomes.value = {};
}

/** Shows another company's keys. What was typed for this one is there again when it is chosen again. */
export function choose(id: string | undefined): void {
  if (typed.value) drafts.set(chosen.value ?? '', { typed: typed.value, granted: granted.value });
  shown += 1;
  open(id);
}

/** After a company was removed, or its form saved: what was typed for it is of no use. */
export function dropDraft(id: string | undefined): void {
  drafts.delete(id ?? '');
}

export function type(name: FieldName, value: string): void {
  if (!typed.value) return;
  change(
    { ...typed.value, [name]: value },
    fieldsOf(typed.value, 'dinero').includes(name) ? 'dinero' : 'effihub',
  );
  const { [name]: _, ...others } = errors.value;
  errors.value = others;
}

export function setDineroKind(kind: DineroKind): void {
  if (!typed.value || !settings.value) return;
  change(withDineroKind(typed.value, kind, settings.value, saved.value), 'dinero');
  errors.value = {};
}

export function setEffihubKind(kind: EffihubKind): void {
  if (!typed.value) return;
  change({ ...typed.value, effihub: kind }, 'effihub');
  errors.value = {};
}

/** What was found out about another value is not true of this one. */
function change(next: FormValues, part: Part): void {
  typed.value = next;
  teller().tell({ [part]: undefined, save: undefined, ...(part === 'dinero' && { signIn: undefined }) });
}

export const testDinero = () =>
  carryOut('dinero', ['dinero'], async (form) => {
    const { organizationName } = await send('testDinero', {
      connectionId: chosen.value,
      dinero: dineroOf(form),
    });
    return { state: 'connected', name: organizationName };
  });

export const testEffihub = () =>
  carryOut('effihub', ['effihub'], async (form) => {
    const { accountName } = await send('testEffihub', {
      connectionId: chosen.value,
      effihub: effihubOf(form),
    });
    return { state: 'connected', name: accountName };
  });

/** @param onSaved called once the company is connected */
export const save = (onSaved: (company: Company) => Promise<void> | void) =>
  carryOut('save', ['dinero', 'effihub'], async (form, isShown) => {
    const before = chosen.value;
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

/** Must be called straight from a click: the browser asks about another host only then. */
async function carryOut(
  command: Command,
  parts: Part[],
  ask: (form: FormValues, isShown: () => boolean) => Promise<Outcome>,
): Promise<void> {
  const form = typed.value;
  const info = settings.value;
  if (!form || !info || busy.value) return;
  errors.value = errorsIn(form, info, saved.value, parts);
  if (Object.keys(errors.value).length > 0) {
    refusals.value += 1;
    return;
  }
  const isForeign = parts.includes('effihub') && form.effihub === 'api';
  const host = isForeign ? foreignHost(form.baseUrl, DEFAULT_API) : undefined;
  const allowed = host && browser.permissions.request({ origins: [`https://${host}/*`] });
  const { tell, isShown } = teller();
  // Saving tests everything anew; a test leaves the other side's result standing.
  if (command === 'save') outcomes.value = {};
  tell({ save: undefined, [command]: { state: 'busy' } });
  try {
    const refused = host !== undefined && !(await allowed);
    tell({ [command]: refused ? { state: 'host-refused', host, command } : await ask(form, isShown) });
  } catch (error) {
    tell({ [command]: undefined, [failedPart(command, error)]: { state: 'failed', error, command } });
  }
}

/** Tells beside the fields what comes of a command about them, and to nobody once another company is shown. */
export function teller() {
  const before = shown;
  const isShown = () => before === shown;
  return {
    isShown,
    tell(changed: Partial<Record<Command, Outcome>>): void {
      if (isShown()) outcomes.value = { ...outcomes.value, ...changed };
    },
  };
}

/** Saving tests both sides: what one of them refuses is told beside its fields. */
function failedPart(command: Command, error: unknown): Command {
  const system = problemOf(error)?.system;
  return command === 'save' && system && system !== 'kundebro' ? system : command;
}
