import { formerProvinces, provinceByCode, provinceFullName, provinces } from '../../domain/administrativeUnit.ts';
import { isTestHost, portalOwner } from '../../domain/portalLink.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { perLink, SHEETS_WITH_LINKS } from './linkCell.ts';

// A note only: hosts of merged provinces were kept alive for a while, and which still answer is not known here.
export default defineRule({
  id: 'URL-07',
  title: 'Đường dẫn không dùng tên miền của tỉnh đã sáp nhập',
  severity: 'info',
  scope: 'row',
  why: 'Cổng dịch vụ công của tỉnh đã sáp nhập có thể ngừng bất cứ lúc nào, hoặc nhận hồ sơ về nơi không còn thẩm quyền giải quyết.',
  howToFix:
    'Kiểm tra đường dẫn còn hoạt động không và thay bằng địa chỉ trên hệ thống của tỉnh, thành phố sau sắp xếp hoặc trên Cổng Dịch vụ công quốc gia.',
  legal: [],
  asks: ['002 §2'],
  datasets: SHEETS_WITH_LINKS,
  reads: ['link_nop'],
  messages: {
    formerProvince: 'Tên miền {host} là của {former} trước sắp xếp; nay thuộc {province}.',
  },
  en: {
    title: 'Links do not use the domain of a merged province',
    why: 'The portal of a merged province may stop at any time, or take dossiers to where nobody is competent any more.',
    howToFix:
      'Try whether the link still works, and replace it by the address on the system of the province of today or on the national portal.',
    messages: {
      formerProvince: 'The domain {host} is that of {former} before the merger; it belongs to {province} today.',
    },
  },
  check(view) {
    perLink(view, (link) => {
      const owner = isTestHost(link) ? undefined : portalOwner(link);
      const merged = owner === undefined ? undefined : mergedProvinces().get(owner.replaceAll('-', ''));
      return merged === undefined ? null : verdictOn(link.host, merged);
    });
  },
});

interface Merged {
  readonly former: string;
  readonly province: string;
}

function verdictOn(host: string, { former, province }: Merged): Verdict<'formerProvince'> {
  return { message: 'formerProvince', args: { host, former, province }, expected: `Cổng dịch vụ công của ${province}` };
}

let merged: ReadonlyMap<string, Merged> | undefined;

/** Provinces of before 01/7/2025 whose name has gone, by the name their hosts carry ("binhphuoc"). */
const mergedProvinces = (): ReadonlyMap<string, Merged> => (merged ??= readMerged());

function readMerged(): ReadonlyMap<string, Merged> {
  const hostName = (name: string): string => searchKey(name).replaceAll(' ', '');
  const today = new Set(provinces().map(({ name }) => hostName(name)));
  return new Map(
    formerProvinces()
      .filter(({ name }) => !today.has(hostName(name)))
      .map(({ name, successor }) => [
        hostName(name),
        { former: `tỉnh ${name}`, province: provinceFullName(provinceByCode(successor)!) },
      ]),
  );
}
