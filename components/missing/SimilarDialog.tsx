import { SimilarList } from '../candidates/index.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Asked, GoneState } from './state.ts';

/** Somebody who may be the same is in Effihub: nothing has been imported yet. */
export function SimilarDialog({ state, asked }: { state: GoneState; asked: Asked }) {
  const { common, panel: words } = t.value;
  const close = () => {
    state.asked.value = undefined;
  };
  return (
    <Dialog
      title={words.side.customers.similar}
      closeLabel={common.close}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common.cancel}</Button>
          <Button onClick={state.importAnyway}>{words.side.customers.makeAnyway}</Button>
        </>
      }
    >
      <p class="similar-name">{asked.name}</p>
      <p class="muted">{words.similarFirst}</p>
      <SimilarList
        candidates={asked.candidates}
        action={words.matchWith}
        onChoose={({ id }) => state.matchWith(id)}
      />
    </Dialog>
  );
}
