import { hostHeader } from './server.ts';
import { siteOf } from './sites.ts';

const redirects = [301, 302, 303, 307, 308];

/**
 * A `fetch` for tests in Node that leads the real addresses to the sandbox.
 * Abort signals and the redirect option work as usual; any other host fails like an unknown name.
 */
export function sandboxFetch(httpPort: number): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, init);
    for (let hops = 0; hops < 20; hops++) {
      const response = await send(request, httpPort);
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

async function send(request: Request, httpPort: number): Promise<Response> {
  const url = new URL(request.url);
  if (url.protocol !== 'https:' || !siteOf(url.hostname)) throw new TypeError('fetch failed: unknown host');
  const headers = new Headers(request.headers);
  headers.set(hostHeader, url.hostname);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const response = await fetch(`http://127.0.0.1:${httpPort}${url.pathname}${url.search}`, {
    method: request.method,
    headers,
    body: hasBody ? await request.arrayBuffer() : undefined,
    signal: request.signal,
    redirect: 'manual',
  });
  Object.defineProperty(response, 'url', { value: request.url });
  return response;
}
