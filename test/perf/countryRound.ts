import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildXlsx } from '../workbooks.ts';

/** A generated country: folder of agency workbooks and the national catalogue they are checked against. */
export interface CountryRound {
  readonly folder: string;
  readonly catalogue: string;
}

const COLUMNS = [
  'STT',
  'Mã TTHC',
  'Mã DVC',
  'Tên TTHC',
  'Số quyết định',
  'Ngày quyết định',
  'Cơ quan ban hành',
  'Lĩnh vực',
  'Cấp thực hiện',
  'Đối tượng thực hiện',
  'Cách thức thực hiện',
  'Mức độ DVC',
  'Thời hạn giải quyết',
  'Phí, lệ phí',
  'Kết quả thực hiện',
  'Mã kết quả',
  'Căn cứ pháp lý',
  'Cơ quan thực hiện',
] as const;

const ACTIONS = [
  'Cấp',
  'Cấp lại',
  'Cấp đổi',
  'Gia hạn',
  'Thu hồi',
  'Điều chỉnh',
  'Đăng ký',
  'Xác nhận',
  'Phê duyệt',
  'Thẩm định',
];
const OBJECTS = [
  'giấy phép kinh doanh dịch vụ',
  'giấy chứng nhận đủ điều kiện hoạt động',
  'chứng chỉ hành nghề',
  'phương án bảo vệ môi trường',
  'hồ sơ hộ tịch',
  'quyền sử dụng đất',
  'giấy phép khai thác khoáng sản',
  'thẻ hướng dẫn viên',
  'giấy phép lao động',
];
const SECTORS = [
  'Hộ tịch',
  'Đất đai',
  'Môi trường',
  'Lao động',
  'Du lịch',
  'Y tế',
  'Khoáng sản',
  'Xây dựng',
  'Thương mại',
];
const DEADLINES = [
  '03 ngày làm việc',
  '05 ngày làm việc',
  '07 ngày làm việc',
  '10 ngày',
  '15 ngày',
  '30 ngày',
  'Trong ngày làm việc',
];
const FEES = ['Miễn phí', '30.000 đồng', '50.000 đồng', '100.000 đồng', '1.000.000 đồng', '10.000 đồng/bản'];

/** Writes the round once into the system's temporary folder and returns where it lies. Seeded: the same numbers always
 *  give the same files. About one row in twenty carries a mistake.
 *  @param spoiled  surplus blanks in four columns of every row beside: more than four findings a row */
export function countryRound(agencies: number, rows: number, spoiled = false): CountryRound {
  const folder = path.join(tmpdir(), `ra-soat-tthc-country-1-${agencies}x${rows}${spoiled ? '-spoiled' : ''}`);
  const catalogue = path.join(folder, 'danh-muc-2026-07.csv');
  if (existsSync(catalogue)) return { folder: path.join(folder, 'don-vi'), catalogue };
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(path.join(making, 'don-vi'), { recursive: true });
  for (let agency = 0; agency < agencies; agency += 1) {
    const random = sequence(agency + 1);
    const name = `SỞ MẪU SỐ ${agency + 1}`;
    const body = Array.from({ length: rows }, (_, index) => {
      const row = agencyRow(index, rows, random);
      if (spoiled) for (const column of SPOILED) row[column] = `${row[column]}  `;
      return row;
    });
    writeFileSync(
      path.join(making, 'don-vi', `so-mau-${String(agency + 1).padStart(2, '0')}.xlsx`),
      buildXlsx({
        sheets: [
          {
            name: 'Danh mục',
            rows: [[name], ['DANH MỤC THỦ TỤC HÀNH CHÍNH'], [...COLUMNS], ...body],
            merges: ['A1:R1', 'A2:R2'],
          },
        ],
      }),
    );
  }
  writeFileSync(path.join(making, path.basename(catalogue)), catalogueCsv(rows));
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return { folder: path.join(folder, 'don-vi'), catalogue };
}

/** Name, publishing agency, sector, result. */
const SPOILED = [3, 6, 7, 14];

/** What the generated catalogue says of a procedure. */
export interface Facts {
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  readonly decision: string;
  readonly deadline: string;
  readonly fee: string;
  readonly result: string;
}

/** The procedure at an index; the same index always gives the same. */
export const factsOf = (index: number): Facts => ({
  code: `1.${String(100_000 + index * 7).slice(-6)}`,
  name: `${ACTIONS[index % 10]!} ${OBJECTS[index % 9]!} đối với trường hợp số ${index + 1} thuộc thẩm quyền cấp tỉnh`,
  sector: SECTORS[index % 9]!,
  decision: `${1000 + (index % 700)}/QĐ-BTP`,
  deadline: DEADLINES[index % 7]!,
  fee: FEES[index % 6]!,
  result: `KQ.G15.${String(index % 100_000).padStart(6, '0')}`,
});

function agencyRow(index: number, rows: number, random: () => number): (string | number)[] {
  const facts = factsOf(index % rows);
  const row: (string | number)[] = [
    index + 1,
    facts.code,
    facts.code,
    facts.name,
    facts.decision,
    '15/03/2026',
    'Bộ Tư pháp',
    facts.sector,
    'Cấp tỉnh',
    'Công dân Việt Nam',
    'Trực tiếp\nTrực tuyến',
    'Toàn trình',
    facts.deadline,
    facts.fee,
    'Giấy chứng nhận',
    facts.result,
    'Luật số 60/2014/QH13',
    'Sở Tư pháp',
  ];
  const dice = random();
  if (dice < 0.01) row[13] = '77.000 đồng';
  else if (dice < 0.02) row[12] = '40 ngày làm việc';
  else if (dice < 0.03) row[3] = `${facts.name}  `;
  else if (dice < 0.04) row[4] = facts.decision.replace('QĐ', 'QD');
  else if (dice < 0.045) row[1] = Number(facts.code);
  else if (dice < 0.05) row[17] = '';
  return row;
}

function catalogueCsv(rows: number): string {
  const lines = [
    'ma_tthc,ten_tthc,so_quyet_dinh,co_quan_cong_bo,cap_thuc_hien,linh_vuc,doi_tuong,co_quan_thuc_hien,kenh_nop,thoi_han_truc_tiep,thoi_han_online,phi_truc_tiep,phi_online,ma_ket_qua',
  ];
  for (let index = 0; index < rows; index += 1) {
    const { code, name, sector, decision, deadline, fee, result } = factsOf(index);
    lines.push(
      [
        code,
        `"${name}"`,
        decision,
        'Bộ Tư pháp',
        'Cấp tỉnh',
        sector,
        'Công dân Việt Nam',
        'Sở Tư pháp',
        '"DIRECT,ONLINE"',
        deadline,
        deadline,
        fee,
        fee,
        result,
      ].join(','),
    );
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A small seeded generator of numbers in [0, 1) (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
