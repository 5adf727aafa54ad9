import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { moveFocus } from '../../ui/focus.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Wizard } from '../state.ts';

/** A link was removed: the row is gone from its group, so the focus comes here, to the way back. */
export function UnlinkedNotice({ wizard }: { wizard: Wizard }) {
  const last = wizard.unlinked.value;
  const notice = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!last) return;
    moveFocus(notice.current?.querySelector('button'));
    // Put back, the notice goes: the focus stays in the step, and nothing scrolls.
    return () => moveFocus(document.querySelector('h1'), { preventScroll: true });
  }, [last]);
  if (!last) return null;
  const { match: words, common } = t.value;
  const name = wizard.customerNames.value.get(last.customerId) ?? '';
  return (
    <div class="list-notice" ref={notice}>
      <Notice
        kind="success"
        title={words.unlinked}
        actions={
          <Button compact icon="undo" busy={wizard.linking.value !== undefined} onClick={wizard.relink}>
            {common.undo}
          </Button>
        }
      >
        <p class="clipped">{name}</p>
      </Notice>
    </div>
  );
}
