const LARGEST_ANSWER = 50 * 1024 * 1024;

/**
 * Reads a body as text (UTF-8, as JSON is).
 * @throws RangeError when it is larger than `largest` bytes; whatever the network throws otherwise
 */
export async function readText(response: Response, largest = LARGEST_ANSWER): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > largest) {
      void reader.cancel().catch(() => undefined);
      throw new RangeError('answer too large');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Parses JSON; an empty body is `undefined`. `ok` is false when the text is neither. */
export function parseJson(text: string): { ok: boolean; data: unknown } {
  if (text.trim() === '') return { ok: true, data: undefined };
  try {
    return { ok: true, data: JSON.parse(text) };
  } catch {
    return { ok: false, data: undefined };
  }
}

/** A page or plain text that may be quoted. Remains of cut-off JSON may not: they are customer data. */
export function quoteOf(text: string): string | undefined {
  return /^\s*[[{"]/.test(text) ? undefined : text;
}

/** `Retry-After` in ms: seconds, or a date compared with the server's clock, since ours may be hours off. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - (serverTimeOf(headers) ?? now);
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

const YEAR_10000 = Date.UTC(10_000);

/**
 * The server's clock in ms, from the `Date` header; undefined for times that cannot be written as a sync cursor
 * either.
 */
export function serverTimeOf(headers: Headers): number | undefined {
  const time = Date.parse(headers.get('date') ?? '');
  return time >= 0 && time < YEAR_10000 ? time : undefined;
}
