/** A body is compared and stored as JSON, so a missing value has no key. */
export function withoutEmpty<T extends object>(body: T): T {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
