import ky from 'ky';
import { type Problem, ProblemError, type System } from '../../domain/problem.ts';
import { parseJson, quoteOf, readText, retryAfterMs, serverTimeOf } from './answer.ts';
import { codeOfStatus, type ReadErrorResponse, sanitized } from './error-response.ts';
import type { Limiter } from './limiter.ts';
import { sleep as realSleep, type Sleep } from './sleep.ts';
import { looksLikeHtml } from './text.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  json?: unknown;
  body?: URLSearchParams;
  headers?: Record<string, string>;
  /** Parameters that are `undefined` are left out. */
  searchParams?: Record<string, string | number | boolean | undefined>;
  signal?: AbortSignal;
  /** `read`: safe to repeat. `never`: nobody may know whether it was carried out, so it is not repeated. */
  retry: 'read' | 'never';
  /** Turns an error response into a problem. Its texts need not be cleaned or shortened. */
  readError?: ReadErrorResponse;
  /** What must not be quoted, besides the credentials in the `Authorization` header. */
  secrets?: readonly string[];
  /** The answer contains a secret, so do not quote it when it cannot be read. */
  isAnswerSecret?: boolean;
}

export interface Answer {
  status: number;
  /** Parsed JSON, not validated; `undefined` for an empty body. */
  data: unknown;
  /** The server's clock in ms. */
  serverTime?: number;
}

export interface Http {
  /**
   * Sends a request and reads its answer, with retries.
   * @throws ProblemError, or the signal's reason when it was aborted. After `unreachable` or `garbled` a write may
   *   have been carried out.
   */
  request(method: Method, url: string, request: HttpRequest): Promise<Answer>;
}

export interface HttpOptions {
  system: System;
  /** Without one requests are not counted; a 429 is still waited for. */
  limiter?: Limiter;
  /** Called with the time (ms since 1970) until which a request has to wait for its turn. */
  onWait?: (until: number) => void;
  fetch?: typeof fetch;
  /** Whether the browser allows requests to a host; called when there was no answer. */
  hasAccess?: (host: string) => Promise<boolean>;
  /** For one attempt, including its body. @default 30000 */
  timeoutMs?: number;
  /** Wait before the first retry of a read; doubles each time. @default 2000 */
  backoffMs?: number;
  /** Largest body in bytes. @default 50 MB */
  largestAnswer?: number;
  sleep?: Sleep;
  now?: () => number;
}

const TRIES = 3;
const REFUSALS = 10;
const PAUSE_MS = 15_000;

/** @property retry why another attempt may succeed: over the limit (not carried out), or a failure (nobody knows) */
type Attempt = { answer: Answer } | { problem: Problem; retry?: 'limit' | 'failure'; afterMs?: number };

/** The transport of both clients: limiter, time-outs, retries, and problems instead of fetch's errors. */
export function createHttp(options: HttpOptions): Http {
  const {
    system,
    limiter,
    timeoutMs = 30_000,
    backoffMs = 2000,
    sleep = realSleep,
    now = Date.now,
  } = options;

  return {
    async request(method, url, request) {
      let refusals = 0;
      let failures = 0;
      for (;;) {
        await limiter?.take(request.signal, options.onWait);
        const attempt = await send(method, url, request);
        if ('answer' in attempt) return attempt.answer;
        const { problem, retry, afterMs } = attempt;
        // A request over the limit was not carried out, so a write may be sent again too.
        if (retry === 'limit') await limiter?.onRateLimited(afterMs);
        if (retry === 'limit' && ++refusals < REFUSALS) {
          if (!limiter) await sleep(Math.min(afterMs ?? PAUSE_MS, 60_000), request.signal);
        } else if (retry === 'failure' && request.retry === 'read' && ++failures < TRIES) {
          await sleep(backoffMs * 2 ** (failures - 1), request.signal);
        } else {
          throw new ProblemError(sanitized(problem, secretsOf(request)));
        }
      }
    },
  };

  /**
   * Sends once. ky's `retry` stays off: it counts all failures against one limit (here refusals and failures have
   * their own), waits with timers that tests cannot replace, and compares a date in Retry-After with this computer's
   * clock.
   */
  async function send(method: Method, url: string, request: HttpRequest): Promise<Attempt> {
    let status: number | undefined;
    let text = '';
    try {
      const response = await ky(url, {
        method,
        json: request.json,
        body: request.body,
        headers: { accept: 'application/json', ...request.headers },
        searchParams: request.searchParams,
        signal: request.signal,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        timeout: timeoutMs,
        retry: 0,
        // ky would parse an error's body by its content type, which servers and proxies get wrong.
        throwHttpErrors: false,
        // Reads the body as well, so that the time-out covers it.
        async fetch(input, init) {
          const response = await (options.fetch ?? fetch)(input, init);
          status = response.status;
          text = await readText(response, options.largestAnswer);
          return response;
        },
      });
      return judge(response, text, request);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (error instanceof RangeError) return { problem: { system, code: 'garbled', status } };
      const host = status === undefined && (await hostWithoutAccess(url));
      if (host) return { problem: { system, code: 'unreachable', host } };
      // The error itself is dropped: its message can contain a header or an address.
      return { problem: { system, code: 'unreachable', status }, retry: 'failure' };
    }
  }

  /** fetch reports a blocked host the same way as a broken connection. */
  async function hostWithoutAccess(url: string): Promise<string | undefined> {
    const { hostname } = new URL(url);
    return (await options.hasAccess?.(hostname)) === false ? hostname : undefined;
  }

  function judge(response: Response, text: string, request: HttpRequest): Attempt {
    const { status, headers } = response;
    const { ok, data } = parseJson(text);
    if (response.ok && ok) return { answer: { status, data, serverTime: serverTimeOf(headers) } };
    if (status < 400) {
      const quote = request.isAnswerSecret ? undefined : quoteOf(text);
      return { problem: { system, code: 'garbled', status, quote } };
    }
    const code = codeOfStatus(status);
    if (code === 'rate-limited') {
      return {
        problem: { system, code, status, quote: quoteOf(text) },
        retry: 'limit',
        afterMs: retryAfterMs(headers, now()),
      };
    }
    if (code === 'unreachable')
      return { problem: { system, code, status, quote: quoteOf(text) }, retry: 'failure' };
    const problem = request.readError?.({ status, data, text }) ?? {
      system,
      code,
      status,
      quote: quoteOf(text),
    };
    // A cut-off refusal does not say why: an earlier attempt may have got through.
    if (problem.code === 'refused' && !ok && quoteOf(text) === undefined)
      return { problem: { ...problem, code: 'garbled' } };
    // An HTML "not found" page comes from a proxy, and says nothing about a customer.
    if (problem.code === 'gone' && looksLikeHtml(text)) return { problem: { ...problem, code: 'garbled' } };
    return { problem };
  }
}

function secretsOf(request: HttpRequest): string[] {
  const authorization = request.headers?.authorization ?? '';
  return [...(request.secrets ?? []), authorization.replace(/^\w+ +/, '')];
}
