import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { placesOf, repeatedAcross } from './repeatedRows.ts';

/** The code without blanks, in capitals; whether it is well formed is FMT-12's matter. */
const dossierKey = (cell: Cell, text: string): string =>
  saysNothing(cell, text) ? '' : text.replace(/\s/g, '').toUpperCase();

// A dossier code is unique in the country, so all agencies of a round are looked at together.
export default defineRule({
  id: 'UNQ-06',
  title: 'Mỗi mã hồ sơ chỉ xuất hiện một lần',
  severity: 'error',
  scope: 'round',
  why: 'Mã hồ sơ do hệ thống cấp và chỉ thuộc một hồ sơ. Lặp mã thì khi đồng bộ, một hồ sơ bị ghi đè, người dân mất dấu hồ sơ đã nộp.',
  howToFix:
    'Tra mã trên Hệ thống thông tin giải quyết TTHC; xóa dòng lặp hoặc sửa mã chép nhầm. Hồ sơ do hai đơn vị cùng báo thì thống nhất một đơn vị theo dõi.',
  legal: [{ doc: 'NĐ 61/2018/NĐ-CP', article: 'Điều 26' }],
  asks: ['001 §2d'],
  datasets: ['pendingDossiers'],
  reads: ['ma_ho_so'],
  messages: {
    repeated: 'Mã hồ sơ {value} lặp lại {count} lần.',
  },
  en: {
    title: 'Each dossier code occurs once',
    why: 'Dossier codes are given by the system and belong to one dossier each. When one is repeated, synchronisation overwrites a dossier and citizens lose track of it.',
    howToFix:
      'Look the code up in the information system; delete the repeated row or correct the code. Where two agencies report one dossier, agree on who follows it.',
    messages: {
      repeated: 'Dossier code {value} occurs {count} times.',
    },
  },
  checkAll(views) {
    for (const rows of repeatedAcross(views, (view) => view.derive('ma_ho_so', dossierKey))) {
      const verdict = {
        message: 'repeated',
        args: { count: rows.length },
        evidence: `Các dòng liên quan: ${placesOf(rows)}.`,
      } as const;
      for (const { view, row } of rows) view.report(row, 'ma_ho_so', verdict);
    }
  },
});
