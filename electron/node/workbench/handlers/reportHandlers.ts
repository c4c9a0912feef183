import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { reportMethods } from '../../../../shared/contract/reports.ts';
import { hasDailyReport } from '../../../../shared/reports/daily/dailyReport.ts';
import { dueNearness, dueWarning } from '../../../../shared/reports/daily/routes.ts';
import { earlierRound } from '../earlierRounds.ts';
import { keepOffice, officeOf } from '../officeData.ts';
import { previewPage } from '../previewPage.ts';
import { startReport } from '../reportWork.ts';
import { dayOf, type Surroundings } from '../surroundings.ts';
import { reportOf } from '../unfinishedWork.ts';

/** What leaves the program: workbooks, copies, papers, machine outputs. */
export function reportHandlers(around: Surroundings): Handlers<keyof typeof reportMethods> {
  const { workspace, rounds, unfinished, handles, now } = around;
  unfinished.onResume('report', (work) => startReport(around, work.round, reportOf(work), work.id));
  return {
    'reports.write': ({ round, language, agencies, outputs, folder }) => {
      const open = rounds.get(round);
      if (!open.ok) return refused(open.error.code, {}, true);
      const asked = { language, outputs, ...(agencies === undefined ? {} : { agencies }) };
      if (folder === undefined) return startReport(around, round, { ...asked, folder: null }, null);
      const target = handles.resolve('folder', folder);
      if (!target.ok) return refused(target.error.code, target.error.params);
      const request = { ...asked, folder: target.value };
      return startReport(around, round, request, unfinished.begin('report', round, request));
    },

    'reports.preview': ({ round, language, kind, agency, agencies }) => {
      const open = rounds.get(round);
      if (!open.ok) return refused(open.error.code, {}, true);
      const { check } = open.value;
      const page = previewPage(check, kind, agency ?? null, agencies ?? null, officeOf(workspace), language, () =>
        earlierRound(workspace, round),
      );
      return page.ok ? replied(page.value) : refused(page.error.code, page.error.params);
    },

    'reports.office': () => replied({ office: officeOf(workspace) }),

    'reports.changeOffice': ({ office }) => {
      keepOffice(workspace, office);
      return replied({});
    },

    'reports.due': ({ round, language }) => {
      const open = rounds.get(round);
      if (!open.ok || !hasDailyReport(open.value.check)) return replied({ warning: null, isPast: false });
      const moment = now();
      const [hours, minutes] = [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0'));
      const day = dayOf(moment);
      const [office, clock] = [officeOf(workspace), `${day}T${hours}:${minutes}`];
      return replied({
        warning: dueWarning(office, day, clock, language),
        isPast: dueNearness(office, day, clock) === 'past',
      });
    },
  };
}
