import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../lib/remote/answer.ts';

describe('how long to wait', () => {
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
