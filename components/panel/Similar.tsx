import { SimilarList, type SimilarListProps } from '../candidates/SimilarList.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface SimilarProps extends SimilarListProps {
  title: string;
  hint?: string;
  /** The user has asked for something else, and is told why it was not done. */
  warning?: string;
}

/** A box with customers of the other side that may be the same. */
export function Similar({ title, hint, warning, ...list }: SimilarProps) {
  return (
    <section class="box similar" aria-label={title}>
      <div>
        <h2>{title}</h2>
        {hint && <p class="muted">{hint}</p>}
      </div>
      {warning && <Notice kind="warning" title={warning} />}
      <SimilarList {...list} />
    </section>
  );
}
