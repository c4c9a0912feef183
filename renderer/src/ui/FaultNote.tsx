import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { faultText } from '../../../shared/i18n/index.ts';
import type { Fault } from '../../../shared/result.ts';
import { CallRefused } from '../client/workbench.tsx';
import { useLanguage, useText } from '../app/language.tsx';

/** What went wrong and what to do, with the details to copy. */
export function FaultNote({ fault, onRetry }: { readonly fault: Fault; readonly onRetry?: () => void }) {
  const t = useText();
  const language = useLanguage();
  const text = faultText(language, fault);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('app.wentWrong')}</MessageBarTitle> {text}
      </MessageBarBody>
      <MessageBarActions>
        {onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        )}
        <Button size="small" onClick={() => void navigator.clipboard.writeText(`${fault.code}\n${text}`)}>
          {t('app.copyDetails')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** The fault behind what a call was refused with; null when there is none. */
export const faultOf = (error: Error | null): Fault | null =>
  error === null
    ? null
    : error instanceof CallRefused
      ? error.fault
      : { code: 'app.screenFailed', params: { detail: error.message } };
