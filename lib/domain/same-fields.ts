const sorted = (record: object): string =>
  JSON.stringify(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Whether two records of plain data have equal fields. An undefined field counts as missing; order does not matter. */
export const haveSameFields = (one: object, other: object): boolean => sorted(one) === sorted(other);
