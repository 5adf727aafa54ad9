/** One request as the stand-ins see it. */
export interface Call {
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  text: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** How a request's credentials were judged. */
export type Authorization = 'ok' | 'missing' | 'wrong';

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export const text = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});

export const html = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
});

export type JsonObject = Record<string, unknown>;

/** @returns undefined when the text is not a JSON object */
export function jsonObject(source: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

export const bearerOf = (call: Call): string | undefined =>
  /^Bearer (.+)$/i.exec(call.headers.authorization ?? '')?.[1];

/** A whole number from the query, or the fallback when it is left out; NaN for anything else. */
export function wholeNumber(value: string | null, fallback: number): number {
  if (value === null || value === '') return fallback;
  return /^\d+$/.test(value) ? Number(value) : Number.NaN;
}

export const isGuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
