import type { FaultKind, System } from './faults.ts';
import { type Authorization, type Call, jsonObject } from './http.ts';

/** A logged request, without secrets. */
export interface RequestRecord {
  system: System;
  host: string;
  isPage: boolean;
  method: string;
  path: string;
  query: Record<string, string>;
  /** The JSON body; of token requests only grant type and scope. */
  body: Record<string, unknown> | undefined;
  /** Idempotency-Key, where one was sent. */
  idempotencyKey: string | undefined;
  /** What the system answered or wanted to answer; 0 while it works, and when the connection broke first. */
  status: number;
  /** Milliseconds since 1970, the sandbox's clock. */
  at: number;
  authorization: Authorization;
  fault: FaultKind['kind'] | undefined;
}

/** What to count. Pages and token requests are left out unless their host is named. */
export interface RequestFilter {
  system?: RequestRecord['system'];
  host?: string;
  method?: string;
  /** A text is the whole path, a pattern is tried on the path. */
  path?: RegExp | string;
  status?: number;
}

export function recordOf(system: System, isPage: boolean, call: Call, at: number): RequestRecord {
  return {
    system,
    host: call.host,
    isPage,
    method: call.method,
    path: call.path,
    query: call.host === 'connect.visma.com' ? harmless(call.query) : Object.fromEntries(call.query),
    body: isPage ? undefined : bodyOf(call),
    idempotencyKey: call.headers['idempotency-key'],
    status: 0,
    at,
    authorization: 'missing',
    fault: undefined,
  };
}

function bodyOf(call: Call): Record<string, unknown> | undefined {
  if (call.host.startsWith('api.')) return jsonObject(call.text);
  return harmless(new URLSearchParams(call.text));
}

/** The harmless fields of token requests. */
function harmless(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...parameters].filter(([name]) => ['grant_type', 'scope'].includes(name)));
}

export function matchesFilter(request: RequestRecord, filter: RequestFilter): boolean {
  const { host, path } = filter;
  if (host ? request.host !== host : !request.host.startsWith('api.')) return false;
  if (filter.system && request.system !== filter.system) return false;
  if (filter.method && request.method !== filter.method) return false;
  if (filter.status !== undefined && request.status !== filter.status) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? request.path === path : request.path.search(path) >= 0;
}

/** The most of these requests that arrived within any 60 seconds. */
export function busiestMinute(requests: readonly RequestRecord[]): number {
  let most = 0;
  let first = 0;
  for (const [place, { at }] of requests.entries()) {
    while ((requests[first]?.at ?? at) <= at - 60_000) first += 1;
    most = Math.max(most, place - first + 1);
  }
  return most;
}

/** The longest time between a request and the hundredth after it, in ms; 0 when there are fewer. */
export const slowestHundred = (requests: readonly RequestRecord[]): number =>
  Math.max(0, ...requests.slice(100).map(({ at }, place) => at - (requests[place]?.at ?? at)));
