import { problemOf } from '../../lib/domain/problem.ts';

/**
 * Sends again what got no answer at all: a worker that is stopped just then answers nothing, and the next message wakes
 * it. Only for what may be done twice.
 * @throws ProblemError a refusal, at once
 */
export async function retryOnce<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (problemOf(error)) throw error;
    return await send();
  }
}
