import { describe, expect, it } from 'vitest';
import { retryAfterMs, serverTimeOf } from '../../../../lib/systems/http/answer.ts';

describe('the wait', () => {
  const now = Date.parse('2026-11-02T08:00:00Z');
  const ours = new Date(now + 9000).toUTCString();
  const behind = 'Mon, 02 Nov 2026 03:00:00 GMT';

  it.each([
    ['7', undefined, 7000],
    ['0.5', behind, 500],
    ['Mon, 02 Nov 2026 03:00:30 GMT', behind, 30_000],
    ['Mon, 02 Nov 2026 02:59:30 GMT', behind, 0],
    [ours, undefined, 9000],
    [ours, 'soon', 9000],
    ['-5', behind, 0],
    ['soon', behind, undefined],
    ['9'.repeat(400), behind, undefined],
    ['', behind, undefined],
    [undefined, behind, undefined],
  ])('after Retry-After %s at Date %s is %s ms', (retryAfter, date, ms) => {
    const headers = new Headers({
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      ...(date && { date }),
    });
    expect(retryAfterMs(headers, now)).toBe(ms);
  });
});

describe("the server's clock", () => {
  it.each([
    ['Mon, 02 Nov 2026 08:00:00 GMT', Date.parse('2026-11-02T08:00:00Z')],
    ['Fri, 31 Dec 9999 23:59:59 GMT', Date.UTC(10_000) - 1000],
    ['-271821-04-20T00:00:00Z', undefined],
    ['+275760-09-13T00:00:00Z', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('at Date %s is %s', (date, time) => {
    expect(serverTimeOf(new Headers({ date }))).toBe(time);
  });
});
