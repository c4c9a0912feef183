import { Fingerprinter } from '../fingerprint.ts';
import type { NationalProcedure } from './catalogue.ts';

/** Name of the content of a catalogue: the same published facts give the same id, whatever order or file they came in.
 *  What is derived from them (parsed values, doubts) is left out, so a better parser does not rename a catalogue. */
export function contentId(procedures: readonly NationalProcedure[]): string {
  const name = new Fingerprinter();
  const one = (text: string): void => void name.addPart(text);
  const many = (texts: Iterable<string>): void => {
    const sorted = [...texts].sort();
    one(String(sorted.length));
    sorted.forEach(one);
  };
  const inOrder = [...procedures].sort((left, right) => (left.ma_tthc < right.ma_tthc ? -1 : 1));
  for (const record of inOrder) {
    one(record.ma_tthc);
    one(record.ten_tthc);
    many(record.linh_vuc);
    one(record.co_quan_cong_bo);
    many(record.co_quan_thuc_hien);
    many(record.cap_thuc_hien);
    many(record.doi_tuong);
    one(record.loai_tthc);
    one(record.so_quyet_dinh);
    one(record.ngay_quyet_dinh);
    many(record.ma_ket_qua);
    many(record.thanh_phan_ho_so);
    many(
      record.channels.map((line) =>
        JSON.stringify([line.channel, line.deadlineText, line.feeText, line.feeNote ?? '', line.note ?? '']),
      ),
    );
    one(record.state);
    one(record.portalId);
    one(String(record.hasDetail));
  }
  return name.digest();
}
