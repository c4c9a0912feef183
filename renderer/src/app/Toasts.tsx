import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useToasts, type Toast } from '../client/toasts.ts';
import { useText } from './language.tsx';

/** Long enough to read a line, decide, and reach the button. */
const SHOWN_MILLISECONDS = 15_000;
/** Long enough to read a line, where there is nothing to decide. */
const TOLD_MILLISECONDS = 6_000;

const useStyles = makeStyles({
  toasts: {
    position: 'fixed',
    right: '16px',
    // Above the buttons at the foot of a screen.
    bottom: '64px',
    zIndex: 900,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    maxWidth: 'min(480px, calc(100vw - 32px))',
  },
  toast: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 8px 8px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  text: { flexGrow: 1, overflowWrap: 'anywhere' },
  action: { flexShrink: 0 },
});

/** What was just done with a button that takes it back. A toast stays while the pointer or the focus is on it. */
export function Toasts() {
  const styles = useStyles();
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const styles = useStyles();
  const t = useText();
  const dismiss = useToasts((state) => state.dismiss);
  const [isHeld, setHeld] = useState(false);
  const { id, text, action } = toast;
  const shown = action === undefined ? TOLD_MILLISECONDS : SHOWN_MILLISECONDS;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(id), shown);
    return () => clearTimeout(timer);
  }, [isHeld, dismiss, id, shown]);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <CheckmarkCircleRegular className={styles.icon} aria-hidden />
      <span className={styles.text}>{text}</span>
      {action !== undefined && (
        <Button
          size="small"
          className={styles.action}
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('app.close')}
        onClick={() => dismiss(id)}
      />
    </div>
  );
}
