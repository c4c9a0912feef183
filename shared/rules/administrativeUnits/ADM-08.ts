import { z } from 'zod';
import {
  communeByCode,
  communeCount,
  communeFullName,
  communes,
  findCommune,
  provinceByCode,
  provinceFullName,
  type Commune,
} from '../../domain/administrativeUnit.ts';
import { findPlaceMentions } from '../../domain/placeMentions.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { provinceOfRow } from './placeFields.ts';

const MOST_NAMED = 20;

/** Only a list that holds a good part of a province is taken for the list of that province; a single commune's own sheet is
 *  not. Names out of date are ADM-02's, and rows repeated UNQ's: here each commune counts once. */
export default defineRule({
  id: 'ADM-08',
  title: 'Danh mục đơn vị đủ xã, phường, đặc khu của tỉnh',
  severity: 'warning',
  scope: 'agency',
  why: 'Xã, phường thiếu trong danh mục thì không được cấp tài khoản, không có đầu mối trực và không nhận được hồ sơ khi chuyển sang Cổng mới.',
  howToFix:
    'Bổ sung các xã, phường, đặc khu còn thiếu (xem cột bằng chứng) kèm mã; nếu tệp cố ý chỉ gồm một phần, ghi rõ và bỏ qua cảnh báo này.',
  legal: [],
  asks: ['002 §3', '003 §1a', '004 §1'],
  datasets: ['units'],
  reads: [],
  anyOf: ['ma_xa', 'xa', 'don_vi'],
  mayRead: ['tinh', 'ma_tinh'],
  params: z.object({
    minShare: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Tỷ lệ xã, phường, đặc khu của tỉnh phải có trong tệp thì mới coi là danh mục của cả tỉnh (0–1)'),
  }),
  messages: {
    missing: 'Danh mục nêu {listed}/{total} xã, phường, đặc khu của {province}, thiếu {missing}.',
  },
  en: {
    title: 'The list of units holds all communes of the province',
    why: 'A commune that is missing gets no accounts and no contact point, and receives no dossiers when the new portal takes over.',
    howToFix:
      'Add the missing communes (see the evidence) with their codes; if the file means to hold a part only, say so and pass over this warning.',
    messages: {
      missing:
        'The list names {listed} of {total} communes, wards and special zones of {province}; {missing} are missing.',
    },
  },
  checkAll(views, { params }) {
    const listed = new Map<string, { readonly units: Set<Commune>; readonly perView: Map<TableView, number> }>();
    for (const view of views) {
      for (const commune of communesListed(view)) {
        let entry = listed.get(commune.province);
        if (entry === undefined) listed.set(commune.province, (entry = { units: new Set(), perView: new Map() }));
        entry.units.add(commune);
        entry.perView.set(view, (entry.perView.get(view) ?? 0) + 1);
      }
    }
    for (const [code, { units, perView }] of listed) {
      const total = communeCount(code);
      const missing = total - units.size;
      if (missing === 0 || units.size < total * params.minShare) continue;
      const absent = communes().filter((commune) => commune.province === code && !units.has(commune));
      const names = absent.slice(0, MOST_NAMED).map(communeFullName).join(', ');
      const [[main]] = [...perView].sort(([, a], [, b]) => b - a) as [[(typeof views)[number], number]];
      main.report(null, null, {
        message: 'missing',
        args: { listed: units.size, total, missing, province: provinceFullName(provinceByCode(code)!) },
        expected: `${total} đơn vị`,
        difference: `thiếu ${missing} đơn vị`,
        evidence: `Còn thiếu: ${names}${absent.length > MOST_NAMED ? '…' : ''}.`,
      });
    }
  },
});

const codeIn = (_cell: Cell, text: string): Commune | null => communeByCode(text.padStart(5, '0')) ?? null;

/** The commune's name in a cell: the cell itself, or what an agency's name holds ("UBND xã Núi Cấm"); '' where it holds
 *  none. */
const nameIn = (_cell: Cell, text: string): string => {
  const mention = findPlaceMentions(text).find(({ word }) => word === 'xa' || word === 'phuong' || word === 'dac_khu');
  return mention === undefined ? text : text.slice(mention.wordSpan.start);
};

/** Communes of today that a table lists, by code or else by name. Namesakes are told apart by the row's province, or by
 *  the province that most other rows belong to. */
function communesListed(view: TableView): readonly Commune[] {
  const coded = view.derive('ma_xa', codeIn);
  const named = view.derive(view.has('xa') ? 'xa' : 'don_vi', nameIn);
  const provinceOf = provinceOfRow(view);
  const found: Commune[] = [];
  const unclear: (readonly Commune[])[] = [];
  for (let row = 0; row < view.rows; row += 1) {
    const byCode = coded(row);
    if (byCode !== null) found.push(byCode);
    if (byCode !== null || named(row) === '') continue;
    const match = findCommune(named(row), provinceOf(row).code || undefined);
    if (match?.kind === 'current') found.push(match.commune);
    else if (match?.kind === 'ambiguous') unclear.push(match.communes);
  }
  const perProvince = Map.groupBy(found, ({ province }) => province);
  const [most] = [...perProvince].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  if (most === undefined) return found;
  return [
    ...found,
    ...unclear.flatMap((candidates) => candidates.filter(({ province }) => province === most[0]).slice(0, 1)),
  ];
}
