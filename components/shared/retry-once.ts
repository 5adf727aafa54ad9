import { problemOf } from '../../lib/domain/problem.ts';

/**
 * Retries a request that got no answer: a worker that is stopped meanwhile does not answer, and the next message wakes it.
 * Only for idempotent requests.
 * @throws ProblemError at once when the request is refused
 */
export async function retryOnce<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (problemOf(error)) throw error;
    return await send();
  }
}
