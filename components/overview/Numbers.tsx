import './overview.css';
import type { ComponentChildren } from 'preact';
import { waitingIn } from '../../lib/features/overview/index.ts';
import type { Overview } from '../../lib/features/overview/messages.ts';
import { openPage } from '../shared/host.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';

/** A view with decisions to make. */
export type OpenView = 'differences' | 'gone' | 'duplicates';

interface NumbersProps {
  counts: Overview['counts'];
  linkedAction: ComponentChildren;
  /** Opens such a view; missing where there is no room for one. */
  onOpen?(view: OpenView): void;
}

/** The number of customers in each state, with what can be done about it. Waiting decisions come first. */
export function Numbers({ counts, linkedAction, onOpen }: NumbersProps) {
  const words = t.value;
  const { rows, brokenHint, numbersLabel } = words.overview;
  const unlinked = counts && Math.max(0, counts.customers - counts.linked - counts.broken);
  const open = (view: OpenView) =>
    onOpen && (
      <Button variant="quiet" compact onClick={() => onOpen(view)}>
        {words[view].open}
      </Button>
    );
  return (
    <dl class="box numbers" aria-label={numbersLabel}>
      <Row label={rows.waiting} value={counts && waitingIn({ counts })} />
      <Row label={rows.linked} value={counts?.linked}>
        {linkedAction}
      </Row>
      <Row label={rows.unlinked} value={unlinked} />
      {counts && counts.broken > 0 && (
        <Row label={rows.broken} value={counts.broken}>
          <Tag icon="link-off" tone="warning">
            {brokenHint}
          </Tag>
        </Row>
      )}
      <Row label={rows.differing} value={counts?.differing}>
        {counts?.differing !== undefined && open('differences')}
      </Row>
      {counts?.goneListed ? (
        <Row label={rows.gone} value={counts.goneListed}>
          {open('gone')}
        </Row>
      ) : null}
      <Row label={rows.duplicates} value={counts?.duplicates}>
        {open('duplicates')}
      </Row>
      <Row label={rows.ignored} value={counts?.ignored}>
        <Button variant="quiet" compact onClick={() => openPage('/options.html', 'ignore-list')}>
          {words.overview.ignoreList}
        </Button>
      </Row>
    </dl>
  );
}

/** @param props.value undefined while unknown */
function Row(props: { label: string; value: number | undefined; children?: ComponentChildren }) {
  return (
    <div class="number">
      <dt>{props.label}</dt>
      <dd>{props.value === undefined ? '–' : formats.value.number(props.value)}</dd>
      <dd>{props.children}</dd>
    </div>
  );
}
