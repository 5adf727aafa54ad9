/** Signs in with Visma Connect, for the company in the form. */
import { browser } from 'wxt/browser';
import type { GrantedOrganization } from '../../../lib/features/companies/messages.ts';
import { send } from '../../shared/background.ts';
import { errorsIn } from './fields.ts';
import {
  busy,
  errors,
  formValues,
  grantedOrganizations,
  invalidAttempts,
  outcomeReporter,
  saved,
  selectedId,
  settings,
} from './state.ts';

/** Asks Chrome for the `identity` permission only now; Firefox grants it at installation. */
export async function signIn(): Promise<void> {
  const form = formValues.value;
  if (!form || !settings.value || busy.value) return;
  const needed = errorsIn(form, settings.value, saved.value, ['dinero']);
  errors.value = {
    ...(needed.clientId && { clientId: needed.clientId }),
    ...(needed.clientSecret && { clientSecret: needed.clientSecret }),
  };
  if (Object.keys(errors.value).length > 0) {
    invalidAttempts.value += 1;
    return;
  }
  const allowed =
    browser.identity !== undefined || browser.permissions.request({ permissions: ['identity'] });
  const { clientId, clientSecret } = form;
  await applySignIn(async () => {
    if (!(await allowed)) return undefined;
    return send('signIn', { clientId: clientId.trim(), clientSecret: clientSecret.trim() });
  });
}

/** Takes another company of a sign-in that is already saved. */
export const reuseSignIn = (): Promise<void> =>
  applySignIn(async () => send('savedSignIn', { clientId: formValues.value?.clientId.trim() ?? '' }));

/** @param ask resolves to undefined when the user cancels */
async function applySignIn(
  ask: () => Promise<{ signInId: string; organizations: GrantedOrganization[] } | undefined>,
): Promise<void> {
  const { report, isShown } = outcomeReporter();
  report({ dinero: undefined, save: undefined, signIn: { state: 'busy' } });
  try {
    const answer = await ask();
    const form = formValues.value;
    // The form may show another company by now.
    if (answer && form && isShown()) {
      const { signInId, organizations } = answer;
      grantedOrganizations.value = organizations;
      const { signInId: _, ...others } = errors.value;
      errors.value = others;
      formValues.value = {
        ...form,
        signInId,
        organizationId: preferredOrganization(organizations, form.organizationId),
      };
    }
    report({ signIn: undefined });
  } catch (error) {
    report({ signIn: { state: 'failed', error, command: 'signIn' } });
  }
}

/** The requested one, else one that is not connected yet. */
function preferredOrganization(organizations: readonly GrantedOrganization[], requested: string): string {
  const connected = new Set(settings.value?.companies.map(({ company }) => company.organizationId));
  const ids = organizations.map(({ id }) => id);
  const best = ids.find((id) => String(id) === requested) ?? ids.find((id) => !connected.has(id)) ?? ids[0];
  return best === undefined ? '' : String(best);
}

export async function signOut(): Promise<void> {
  const connectionId = selectedId.value;
  if (connectionId === undefined) return;
  const { report } = outcomeReporter();
  report({ signIn: { state: 'busy' } });
  try {
    await send('signOut', { connectionId });
    settings.value = await send('settings');
    report({ signIn: undefined, dinero: undefined });
  } catch (error) {
    report({ signIn: { state: 'failed', error, command: 'signIn' } });
  }
}
