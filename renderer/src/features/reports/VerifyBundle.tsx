import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useHandOver } from '../../app/handOver.ts';
import { useText } from '../../app/language.tsx';
import { useJobs, useRunningJobs } from '../../client/jobs.ts';
import { useAction, useAnswer, useHost } from '../../client/workbench.tsx';
import { FaultNote, faultOf } from '../../ui/FaultNote.tsx';
import { JobPanel } from '../../ui/JobPanel.tsx';
import { BundleResult } from './BundleResult.tsx';

/** Runs a bundle that somebody made again, and says in words whether it comes to the same. */
export function VerifyBundle() {
  const t = useText();
  const host = useHost();
  const handOver = useHandOver();
  const about = useAnswer('host.about', {});
  const verify = useAction('bundles.verify');
  const [isOpen, setOpen] = useState(false);
  const job = useRunningJobs(null).find(({ kind }) => kind === 'verify') ?? null;
  const archive = useRef<HTMLInputElement>(null);
  const focusTarget = useRestoreFocusTarget();
  const fault = faultOf(verify.error);

  const run = (bundle: string): void => {
    setOpen(true);
    verify.mutate(
      { bundle },
      {
        onError: ({ fault: { code } }) => {
          // It is told here, or was asked for: the bar need not tell it again.
          for (const { id, kind } of useJobs.getState().jobs.values()) {
            if (kind === 'verify') useJobs.getState().dismiss(id);
          }
          if (code === 'bundle.stopped') setOpen(false);
        },
      },
    );
  };
  const chooseFolder = async (): Promise<void> => {
    const folder = await host.chooseFolder();
    if (folder !== null) run(folder);
  };
  const chooseArchive = (): void => archive.current?.click();
  const button = (
    <Button
      {...focusTarget}
      size="small"
      icon={<ShieldCheckmarkRegular />}
      title={t('bundleScreen.about')}
      disabled={verify.isPending}
      {...(about.data?.can.chooseFolder === true ? {} : { onClick: chooseArchive })}
    >
      {t('bundleScreen.verify')}
    </Button>
  );
  return (
    <>
      <input
        ref={archive}
        type="file"
        accept=".zip"
        hidden
        data-input="bundle"
        onChange={async ({ target }) => {
          const given = [...(target.files ?? [])].map((file) => ({ file, name: file.name }));
          // The same file can be chosen again.
          target.value = '';
          const [handle] = (await handOver(given)) ?? [];
          if (handle !== undefined) run(handle);
        }}
      />
      {about.data?.can.chooseFolder === true ? (
        <Menu>
          <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => void chooseFolder()}>{t('bundleScreen.folder')}</MenuItem>
              <MenuItem onClick={chooseArchive}>{t('bundleScreen.archive')}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : (
        button
      )}
      <Dialog open={isOpen} modalType={verify.isPending ? 'alert' : 'modal'} onOpenChange={() => setOpen(false)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t('bundleScreen.title')}</DialogTitle>
            <DialogContent tabIndex={0}>
              {fault !== null && <FaultNote fault={fault} />}
              {verify.isPending && <JobPanel title={t('bundleScreen.running')} job={job} />}
              {verify.data !== undefined && <BundleResult verdict={verify.data} />}
            </DialogContent>
            {!verify.isPending && (
              <DialogActions>
                <Button size="small" appearance="primary" autoFocus onClick={() => setOpen(false)}>
                  {t('app.close')}
                </Button>
              </DialogActions>
            )}
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
