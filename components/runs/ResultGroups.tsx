import { useId, useState } from 'preact/hooks';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import type { Company } from '../../lib/domain/company.ts';
import { displayNames } from '../../lib/domain/display-names.ts';
import type { Operation } from '../../lib/domain/run.ts';
import { formats, t } from '../shared/text.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { type GroupName, groupsOf } from './operations.ts';
import { DoneRow, FailedRow } from './ResultRows.tsx';

const ICONS: Record<GroupName, IconName> = {
  failed: 'error',
  link: 'link',
  create: 'plus',
  import: 'download',
  ignore: 'ban',
  updateContact: 'check',
  updateCustomer: 'check',
  unlink: 'link-off',
  deleteContact: 'minus',
  deleteCustomer: 'minus',
  unignore: 'undo',
  reset: 'link-off',
  notRun: 'minus',
  skip: 'skip',
};

/** Longer groups start closed, except failures. */
const SHORT = 8;

export interface ResultGroupsProps {
  operations: readonly Operation[];
  connection?: Company;
  /** Missing where nothing can be retried. */
  onAnswer?(seq: number, answer: DeletedAnswer): void;
  /** Why nothing can be retried now. */
  blocked?: string;
}

/** The operations in groups, failures first. */
export function ResultGroups({ operations, ...rest }: ResultGroupsProps) {
  return (
    <div class="result-groups">
      {groupsOf(operations).map((group) => (
        <Group key={group.name} {...group} {...rest} />
      ))}
    </div>
  );
}

interface GroupProps extends ResultGroupsProps {
  name: GroupName;
}

function Group(props: GroupProps) {
  const { name, operations } = props;
  const words = t.value;
  const id = useId();
  const [open, setOpen] = useState(name === 'failed' || (name !== 'skip' && operations.length <= SHORT));
  const heading = words.result.groups[name](formats.value.number(operations.length));
  return (
    <section class={`result-group result-group-${name}`}>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <Icon name={ICONS[name]} />
          <span>{heading}</span>
          <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        </button>
      </h2>
      {open && (
        <div id={id}>
          <Rows {...props} label={heading} />
        </div>
      )}
    </section>
  );
}

function Rows({ name, operations, connection, onAnswer, blocked, label }: GroupProps & { label: string }) {
  const words = t.value;
  const names = displayNames(
    operations.map((operation) => ({ id: String(operation.seq), name: operation.name })),
    words.common.unnamed,
  );
  const nameOf = ({ seq, name: own }: Operation) => names.get(String(seq)) ?? own;
  return (
    <VirtualList
      label={label}
      items={operations}
      keyOf={({ seq }) => String(seq)}
      nameOf={nameOf}
      rowHeight={name === 'failed' ? 140 : 41}
    >
      {(operation) =>
        name === 'failed' ? (
          <FailedRow
            operation={operation}
            name={nameOf(operation)}
            connection={connection}
            blocked={blocked}
            onAnswer={onAnswer && ((answer) => onAnswer(operation.seq, answer))}
          />
        ) : (
          <DoneRow operation={operation} name={nameOf(operation)} isOpen={name === 'notRun'} />
        )
      }
    </VirtualList>
  );
}
