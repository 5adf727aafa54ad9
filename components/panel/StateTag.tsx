import { t } from '../shared/text.ts';
import { Tag } from '../ui/Tag.tsx';

const icons = { linked: 'link', unlinked: 'link-off', broken: 'link-off', ignored: 'ban' } as const;
const tones = { linked: 'success', unlinked: 'neutral', broken: 'danger', ignored: 'neutral' } as const;

/** How a customer stands, in a word. */
export function StateTag({ state }: { state: keyof typeof icons }) {
  return (
    <Tag icon={icons[state]} tone={tones[state]}>
      {t.value.panel.states[state]}
    </Tag>
  );
}
