import type { FieldKey } from '../../../shared/domain/fields.ts';
import { formatDate } from '../../../shared/domain/calendarDate.ts';
import { formatChannel } from '../../../shared/domain/channel.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import type { NationalProcedure } from '../../../shared/reference/catalogue.ts';

/** A published fact of a procedure, under the field that an agency's sheet has for it. */
export interface NationalFact {
  readonly field: FieldKey;
  readonly value: string;
}

/** What the national catalogue says of a procedure, in the order an office reads it; what it doesn't say is left out. */
export function nationalFacts(record: NationalProcedure, language: Language): readonly NationalFact[] {
  const perChannel = (textOf: (channel: NationalProcedure['channels'][number]) => string): string =>
    record.channels
      .map((channel) => [formatChannel(channel.channel, language), textOf(channel)] as const)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => `${name}: ${text}`)
      .join('\n');
  const decided = record.ngay_quyet_dinh === '' ? '' : formatDate(record.ngay_quyet_dinh);
  const facts: readonly NationalFact[] = [
    { field: 'ma_tthc', value: record.ma_tthc },
    { field: 'ten_tthc', value: record.ten_tthc },
    { field: 'linh_vuc', value: record.linh_vuc.join('; ') },
    { field: 'co_quan_cong_bo', value: record.co_quan_cong_bo },
    { field: 'co_quan_thuc_hien', value: record.co_quan_thuc_hien.join('; ') },
    { field: 'doi_tuong', value: record.doi_tuong.join('; ') },
    { field: 'loai_tthc', value: record.loai_tthc },
    { field: 'so_quyet_dinh', value: record.so_quyet_dinh },
    { field: 'ngay_quyet_dinh', value: decided },
    { field: 'thoi_han', value: perChannel(({ deadlineText }) => deadlineText) },
    { field: 'phi_le_phi', value: perChannel(({ feeText }) => feeText) },
    { field: 'thanh_phan_ho_so', value: record.thanh_phan_ho_so.join('\n') },
    { field: 'ma_ket_qua', value: record.ma_ket_qua.join('; ') },
  ];
  return facts.filter(({ value }) => value !== '');
}
