const weights = [2, 7, 6, 5, 4, 3, 2, 1];

/** Eight digits whose weighted sum is divisible by 11, as every Danish CVR number. */
export function hasCvrChecksum(value: string | null | undefined): value is string {
  if (!value || !/^[1-9]\d{7}$/.test(value)) return false;
  return weights.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0) % 11 === 0;
}
