import type { Call } from './http.ts';
import { respond, type Served } from './server.ts';
import { siteOf } from './sites.ts';

const redirects = [301, 302, 303, 307, 308];

/**
 * A `fetch` for tests in Node that leads the real addresses to the sandbox, without a network between them.
 * Abort signals and the redirect option work as usual; any other host fails like an unknown name.
 */
export function sandboxFetch(served: Served): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, init);
    for (let hops = 0; hops < 20; hops++) {
      const response = await send(request, served);
      const location = response.headers.get('location');
      if (!redirects.includes(response.status) || !location || request.redirect === 'manual') return response;
      if (request.redirect === 'error') throw new TypeError('fetch failed: unexpected redirect');
      request = new Request(new URL(location, request.url), {
        headers: request.headers,
        signal: request.signal,
      });
    }
    throw new TypeError('fetch failed: redirect count exceeded');
  };
}

async function send(request: Request, served: Served): Promise<Response> {
  const url = new URL(request.url);
  if (url.protocol !== 'https:' || !siteOf(url.hostname)) throw new TypeError('fetch failed: unknown host');
  request.signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(request.signal.reason);
  request.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const answer = await Promise.race([respond(served, await callOf(request, url)), aborted.promise]);
    if (!answer) throw new TypeError('fetch failed');
    const { status, headers } = answer;
    const response = new Response(status === 204 ? null : (answer.body ?? ''), { status, headers });
    Object.defineProperty(response, 'url', { value: request.url });
    return response;
  } finally {
    request.signal.removeEventListener('abort', onAbort);
  }
}

const callOf = async (request: Request, url: URL): Promise<Call> => ({
  host: url.hostname,
  method: request.method,
  path: url.pathname,
  query: url.searchParams,
  headers: Object.fromEntries(request.headers),
  text: await request.text(),
});
