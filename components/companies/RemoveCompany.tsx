import { useState } from 'preact/hooks';
import { type Company, companyLabel } from '../../lib/domain/company.ts';
import { downloadBackup } from '../backup/index.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { AlertDialog } from '../ui/Dialog.tsx';

export interface RemoveCompanyProps {
  company: Company;
  onRemove: () => Promise<void>;
  onCancel: () => void;
}

/** Says what is lost with a company, and offers a backup first. */
export function RemoveCompany({ company, onRemove, onCancel }: RemoveCompanyProps) {
  const words = t.value.settings;
  const [kept, setKept] = useState<'no' | 'yes' | 'failed'>('no');
  const [busy, setBusy] = useState(false);
  const backup = () =>
    downloadBackup(company.id).then(
      () => setKept('yes'),
      () => setKept('failed'),
    );
  return (
    <AlertDialog
      title={words.removeTitle(companyLabel(company))}
      confirm={words.removeConfirm}
      cancel={t.value.common.cancel}
      danger
      busy={busy}
      onConfirm={() => {
        setBusy(true);
        void onRemove().finally(() => setBusy(false));
      }}
      onCancel={onCancel}
    >
      <p>{words.removeText}</p>
      <p class="muted">{company.source === 'sheet' ? words.removeSheet : words.removeKept}</p>
      <div class="remove-backup">
        <Button icon="download" onClick={backup}>
          {words.backupFirst}
        </Button>
        <p role="status" class={kept === 'no' ? 'hidden-visually' : 'muted small'}>
          {kept === 'yes' && t.value.backup.made}
          {kept === 'failed' && words.backupNotMade}
        </p>
      </div>
    </AlertDialog>
  );
}
