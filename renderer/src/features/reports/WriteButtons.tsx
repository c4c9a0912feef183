import { ArrowDownloadRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useText } from '../../app/language.tsx';
import { ReasonedButton } from '../../ui/ReasonedButton.tsx';
import type { useReportWork } from './useReportWork.ts';

/** Starts the writing: into a folder where the host can offer one, else into a file to save. */
export function WriteButtons(props: {
  readonly reason: string | null;
  readonly work: ReturnType<typeof useReportWork>;
}) {
  const t = useText();
  const { work } = props;
  const reason = work.isBusy ? t('reports.isWriting') : props.reason;
  return (
    <>
      {work.canChooseFolder && (
        <ReasonedButton
          appearance="primary"
          icon={<FolderOpenRegular />}
          reason={reason}
          onClick={() => reason === null && void work.writeToFolder()}
        >
          {t('reports.writeToFolder')}
        </ReasonedButton>
      )}
      <ReasonedButton
        appearance={work.canChooseFolder ? 'secondary' : 'primary'}
        icon={<ArrowDownloadRegular />}
        reason={reason}
        onClick={() => reason === null && work.write()}
      >
        {t('reports.write')}
      </ReasonedButton>
    </>
  );
}
