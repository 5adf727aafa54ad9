import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';

export interface DialogProps {
  /** The heading, and so the accessible name. */
  title: string;
  children: ComponentChildren;
  /** At the foot, to the right. */
  actions?: ComponentChildren;
  /** On Escape or the cross. Stop rendering the dialog to close it. */
  onClose: () => void;
  /** The accessible name of the cross; no cross without it. */
  closeLabel?: string;
  /** For dialogs with a list. */
  wide?: boolean;
}

/** Open as long as it is rendered. Returns the focus when it closes. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} />;
}

export interface AlertDialogProps {
  title: string;
  /** What will happen. */
  children: ComponentChildren;
  confirm: string;
  cancel: string;
  /** It cannot be undone: the button is red. */
  danger?: boolean;
  busy?: boolean;
  /** Why it cannot be confirmed. */
  blocked?: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A question that blocks the page. Cancel has the focus. */
export function AlertDialog(props: AlertDialogProps) {
  return (
    <Modal
      alert
      title={props.title}
      onClose={props.onCancel}
      actions={
        <>
          <Button autoFocus onClick={props.onCancel}>
            {props.cancel}
          </Button>
          <Button
            variant={props.danger ? 'danger' : 'primary'}
            busy={props.busy}
            blocked={props.blocked}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
    </Modal>
  );
}

function Modal(props: DialogProps & { alert?: boolean }) {
  const { title, children, actions, closeLabel, alert, wide } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before paint: the next key is meant for the dialog.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'dialog dialog-wide' : 'dialog'}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={id}
      aria-describedby={alert ? `${id}-body` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClose={() => dialog.current?.isConnected && props.onClose()}
    >
      <div class="dialog-frame">
        <header class="dialog-header">
          <h2 id={id}>{title}</h2>
          {closeLabel && (
            <Button variant="quiet" icon="close" label={closeLabel} onClick={props.onClose}>
              {''}
            </Button>
          )}
        </header>
        <div class="dialog-body" id={`${id}-body`}>
          {children}
        </div>
        {actions && <footer class="dialog-actions">{actions}</footer>}
      </div>
    </dialog>
  );
}
