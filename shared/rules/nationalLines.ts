import type { Channel } from '../domain/channel.ts';
import type { TableView, Verdict } from '../engine/rule.ts';
import type { NationalChannel, NationalProcedure, RecordDoubt } from '../reference/catalogue.ts';
import { comparedRecordOf, steppedDown, type CatalogueContext } from './nationalCatalogue/nationalRecord.ts';
import { oncePerPairOfRun } from './oncePerPair.ts';
import { oncePerRow } from './oncePerRow.ts';
import { channelsIn } from './statedChannels.ts';

/** The national lines that a row is compared with: those of the row's channels, or all where the sheet names none.
 *  One object per procedure and set of channels. */
export interface NationalLines {
  readonly procedure: NationalProcedure;
  readonly lines: readonly NationalChannel[];
  /** The sheet names a channel for which the record has no line; `lines` then are those of the other channels. */
  readonly foreignChannel: boolean;
}

/** Looks up, row by row, what the national record says of the row's channels; null where there is no record to
 *  compare with or the record has no line. */
export function nationalLinesOf(view: TableView, context: CatalogueContext): (row: number) => NationalLines | null {
  return oncePerRow(view, context, nationalLinesOf, ['ma_tthc', 'hinh_thuc_nop'], () => {
    const recordOf = comparedRecordOf(view, context);
    const channelsOf = view.derive('hinh_thuc_nop', channelsIn);
    const linesFor = oncePerPairOfRun(context, select);
    return (row) => {
      const procedure = recordOf(row);
      if (procedure === undefined || procedure.channels.length === 0) return null;
      return linesFor(channelsOf(row), procedure);
    };
  });
}

function select(channels: readonly Channel[], procedure: NationalProcedure): NationalLines {
  const own = procedure.channels.filter(({ channel }) => channels.includes(channel));
  return own.length > 0
    ? { procedure, lines: own, foreignChannel: false }
    : { procedure, lines: procedure.channels, foreignChannel: channels.length > 0 };
}

/** How far a comparison can be trusted: what to add to its verdict when the record or the choice of lines is doubtful.
 *  `about` lists the doubts that concern the compared field. A doubtful record makes the finding `info`, lines of other
 *  channels make it `warning` (DESIGN §6: a difference is not proof). */
export function trustIn(
  { procedure, foreignChannel }: NationalLines,
  about: readonly RecordDoubt[],
): Pick<Verdict, 'severity' | 'evidence'> {
  const doubted = steppedDown(procedure, about);
  if (doubted.severity !== undefined) return doubted;
  if (!procedure.hasDetail) {
    return {
      severity: 'info',
      evidence: `Bản ghi quốc gia ${procedure.ma_tthc} không có phần chi tiết đáng tin; cần đối chiếu quyết định công bố.`,
    };
  }
  if (!foreignChannel) return {};
  return {
    severity: 'warning',
    evidence: `Danh mục quốc gia không có dòng cho hình thức nộp này của thủ tục ${procedure.ma_tthc}; đã so với các hình thức khác.`,
  };
}
