import type { Pair } from '../../domain/computed-ids.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { DineroApi } from '../../systems/dinero/api.ts';
import type { EffihubApi } from '../../systems/effihub/api.ts';

/**
 * Checks whose key and token these are, before the first write of a run.
 * @throws ProblemError `wrong-company` when they belong to another company or account than the connection
 */
export async function checkIdentity(
  pair: Pair,
  { dinero, effihub }: { dinero: DineroApi; effihub: EffihubApi },
): Promise<void> {
  const [organizations, account] = await Promise.all([dinero.organizations(), effihub.account()]);
  if (!organizations.some(({ id }) => id === pair.organizationId))
    throw new ProblemError({ system: 'dinero', code: 'wrong-company', linkedTo: organizations[0]?.name });
  if (account.id !== pair.accountId)
    throw new ProblemError({ system: 'effihub', code: 'wrong-company', linkedTo: account.name });
}
