/**
 * For a view that asks again before the last answer has come: only the newest asking's answer is shown.
 * @returns begins an asking; what it gives tells whether it is still the newest one
 */
export function newestAsking(): () => () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    const mine = asked;
    return () => mine === asked;
  };
}
