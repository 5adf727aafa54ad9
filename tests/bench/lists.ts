/** Lists of any size for measuring time. */
import type { LabelledLists } from './labelled.ts';
import { sandboxNames } from './names.ts';
import { type Lists, makePair } from './pairs.ts';
import { kinds } from './typed.ts';

/** So many customers each way, the same every time. */
export function listsOf(size: number, labelled: LabelledLists | undefined): Lists {
  const names = Math.ceil(size * 1.15);
  if (labelled) return labelled.generate({ pool: labelled.synthNames(names, 5), n: size, seed: 9 });
  return makePair({ pool: sandboxNames(names, 5), count: size, seed: 9, ways: kinds['another hand'] });
}
