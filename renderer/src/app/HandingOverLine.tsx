import { Button, ProgressBar } from '@fluentui/react-components';
import type { HandingOver } from '../client/handingOver.ts';
import { useFormat, useText } from './language.tsx';

/** Files that are on their way to the host: how far, and a way to stop it. */
export function HandingOverLine(props: {
  readonly handing: HandingOver;
  readonly className: string;
  readonly barClassName: string;
}) {
  const t = useText();
  const format = useFormat();
  const { done, total, share, cancel } = props.handing;
  return (
    <div className={props.className}>
      <span>{t('upload.doing', { done: format.number(done), total: format.number(total) })}</span>
      <ProgressBar className={props.barClassName} aria-label={t('upload.title')} value={share} />
      <span>{format.percent(Math.floor(share * 100))}</span>
      <Button size="small" onClick={cancel}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}
