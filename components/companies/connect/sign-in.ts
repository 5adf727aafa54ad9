/** Signing in with Visma Connect, for the company whose form is shown. */
import { browser } from 'wxt/browser';
import type { GrantedOrganization } from '../../../lib/features/companies/messages.ts';
import { send } from '../../shared/background.ts';
import { errorsIn } from './fields.ts';
import { busy, chosen, errors, granted, refusals, saved, settings, teller, typed } from './state.ts';

/** Chrome is asked for the right to sign in elsewhere only now; Firefox has given it at installation. */
export async function signIn(): Promise<void> {
  const form = typed.value;
  if (!form || !settings.value || busy.value) return;
  const needed = errorsIn(form, settings.value, saved.value, ['dinero']);
  errors.value = {
    ...(needed.clientId && { clientId: needed.clientId }),
    ...(needed.clientSecret && { clientSecret: needed.clientSecret }),
  };
  if (Object.keys(errors.value).length > 0) {
    refusals.value += 1;
    return;
  }
  const allowed =
    browser.identity !== undefined || browser.permissions.request({ permissions: ['identity'] });
  const { clientId, clientSecret } = form;
  await takeSignIn(async () => {
    if (!(await allowed)) return undefined;
    return send('signIn', { clientId: clientId.trim(), clientSecret: clientSecret.trim() });
  });
}

/** Another company of a sign-in that is saved already. */
export const takeSavedSignIn = (): Promise<void> =>
  takeSignIn(async () => send('savedSignIn', { clientId: typed.value?.clientId.trim() ?? '' }));

/** @param ask what gives access; undefined when the user thought better of it */
async function takeSignIn(
  ask: () => Promise<{ signInId: string; organizations: GrantedOrganization[] } | undefined>,
): Promise<void> {
  const { tell, isShown } = teller();
  tell({ dinero: undefined, save: undefined, signIn: { state: 'busy' } });
  try {
    const answer = await ask();
    const form = typed.value;
    // A sign-in for a company that is not shown any more would be taken for another one's.
    if (answer && form && isShown()) {
      const { signInId, organizations } = answer;
      granted.value = organizations;
      const { signInId: _, ...others } = errors.value;
      errors.value = others;
      typed.value = { ...form, signInId, organizationId: firstOf(organizations, form.organizationId) };
    }
    tell({ signIn: undefined });
  } catch (error) {
    tell({ signIn: { state: 'failed', error, command: 'signIn' } });
  }
}

/** The one that was wanted, else one that is not connected yet. */
function firstOf(organizations: readonly GrantedOrganization[], wanted: string): string {
  const connected = new Set(settings.value?.companies.map(({ company }) => company.organizationId));
  const ids = organizations.map(({ id }) => id);
  const best = ids.find((id) => String(id) === wanted) ?? ids.find((id) => !connected.has(id)) ?? ids[0];
  return best === undefined ? '' : String(best);
}

export async function signOut(): Promise<void> {
  const connectionId = chosen.value;
  if (connectionId === undefined) return;
  const { tell } = teller();
  tell({ signIn: { state: 'busy' } });
  try {
    await send('signOut', { connectionId });
    settings.value = await send('settings');
    tell({ signIn: undefined, dinero: undefined });
  } catch (error) {
    tell({ signIn: { state: 'failed', error, command: 'signIn' } });
  }
}
