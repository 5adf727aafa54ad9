/** The settings page's form, and what came of testing and saving it. */
import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { DEFAULT_API } from '../../lib/effihub/api-base.ts';
import type { SettingsInfo } from '../../lib/messaging/protocol.ts';
import { problemOf } from '../../lib/problem.ts';
import { send } from '../background.ts';
import { showCompany } from '../overview/state.ts';
import {
  dineroOf,
  effihubOf,
  errorsIn,
  FIELDS,
  type FieldErrors,
  type FieldName,
  foreignHost,
  type Part,
  type Typed,
  typedFrom,
} from './fields.ts';

/** Which button it was. */
export type Command = Part | 'save';

export type Outcome =
  | { state: 'busy' }
  | { state: 'connected'; name: string }
  | { state: 'saved' }
  | { state: 'failed'; error: unknown; command: Command }
  | { state: 'host-refused'; host: string; command: Command };

export const settings = signal<SettingsInfo | undefined>(undefined);
export const settingsFailure = signal<{ error: unknown } | undefined>(undefined);
export const typed = signal<Typed | undefined>(undefined);
export const errors = signal<FieldErrors>({});
export const outcomes = signal<Partial<Record<Command, Outcome>>>({});
export const busy = computed(() =>
  Object.values(outcomes.value).some((outcome) => outcome?.state === 'busy'),
);
/** How often a press found something wrong in the fields. */
export const refusals = signal(0);

export async function loadSettings(): Promise<void> {
  try {
    const info = await send('settings');
    settings.value = info;
    // The panel's `Forbind` names the company of its page.
    const wanted = /^#firma-(\d{1,12})$/.exec(location.hash)?.[1];
    typed.value ??= typedFrom(info, DEFAULT_API, wanted);
    settingsFailure.value = undefined;
  } catch (error) {
    settingsFailure.value = { error };
  }
}

export function type(name: FieldName, value: string): void {
  if (!typed.value) return;
  typed.value = { ...typed.value, [name]: value };
  const { [name]: _, ...others } = errors.value;
  errors.value = others;
  // What was found out about another value is not true of this one.
  const part: Part = FIELDS.dinero.includes(name) ? 'dinero' : 'effihub';
  tell({ [part]: undefined, save: undefined });
}

export const testDinero = () =>
  carryOut('dinero', ['dinero'], async (form) => {
    const { organizationName } = await send('testDinero', dineroOf(form));
    return { state: 'connected', name: organizationName };
  });

export const testEffihub = () =>
  carryOut('effihub', ['effihub'], async (form) => {
    const { accountName } = await send('testEffihub', effihubOf(form));
    return { state: 'connected', name: accountName };
  });

export const save = () =>
  carryOut('save', ['dinero', 'effihub'], async (form) => {
    const { id } = await send('saveConnection', { dinero: dineroOf(form), effihub: effihubOf(form) });
    await showCompany(id);
    typed.value = { ...form, clientSecret: '', apiKey: '', token: '' };
    await loadSettings();
    return { state: 'saved' };
  });

/** Must be called straight from a click: the browser asks about another host only then. */
async function carryOut(
  command: Command,
  parts: Part[],
  ask: (form: Typed) => Promise<Outcome>,
): Promise<void> {
  const form = typed.value;
  const info = settings.value;
  if (!form || !info || busy.value) return;
  errors.value = errorsIn(form, info, parts);
  if (Object.keys(errors.value).length > 0) {
    refusals.value += 1;
    return;
  }
  const host = parts.includes('effihub') ? foreignHost(form.baseUrl, DEFAULT_API) : undefined;
  const allowed = host && browser.permissions.request({ origins: [`https://${host}/*`] });
  // Saving tests everything anew; a test leaves the other side's result standing.
  if (command === 'save') outcomes.value = {};
  tell({ save: undefined, [command]: { state: 'busy' } });
  try {
    const refused = host !== undefined && !(await allowed);
    tell({ [command]: refused ? { state: 'host-refused', host, command } : await ask(form) });
  } catch (error) {
    tell({ [command]: undefined, [failedPart(command, error)]: { state: 'failed', error, command } });
  }
}

function tell(changed: Partial<Record<Command, Outcome>>): void {
  outcomes.value = { ...outcomes.value, ...changed };
}

/** Saving tests both sides: what one of them refuses is told beside its fields. */
function failedPart(command: Command, error: unknown): Command {
  const system = problemOf(error)?.system;
  return command === 'save' && system && system !== 'kundebro' ? system : command;
}
