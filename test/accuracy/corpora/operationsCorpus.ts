import { componentSheet } from '../../../electron/node/sample/operationSheets.ts';
import { channelLayout, fullLayout, type SampleAgency } from '../../../electron/node/sample/procedureSheets.ts';
import type { SampleSheet } from '../../../electron/node/sample/sampleSheet.ts';
import {
  communeFullName,
  communes,
  provinceFullName,
  provinces,
  type Commune,
  type Province,
} from '../../../shared/domain/administrativeUnit.ts';
import { provinceOfIdentifier } from '../../../shared/domain/provinceIdentifier.ts';
import type { ProcedureIndex } from '../../../shared/engine/references.ts';
import type { Random } from '../random.ts';
import type { Round } from '../round.ts';
import { contacts, feeSheet, links, staffSheet } from './agencySheets.ts';
import { columns } from './columns.ts';
import { digits, makePeople } from './people.ts';
import { dossiers, incidents, reports, transitions, workflows } from './workSheets.ts';

/** A made-up province round: two departments and three communes of a real province, each with every kind of sheet, people
 *  and accounts made up. Procedures are those of the sample catalogue. */
export function operationsCorpus(procedures: ProcedureIndex, random: Random): Round {
  const province = random.pick(provinces());
  const identifier = identifierOf(province);
  const own = communes().filter((commune) => commune.province === province.code);
  const chosen = random.shuffled(own.filter(({ level }) => level !== 'dac_khu')).slice(0, 3);
  const agencies: SampleAgency[] = [
    department('Sở Tư pháp', `${identifier}.15`),
    department('Sở Y tế', `${identifier}.17`),
    ...chosen.map((commune, index) => communeAgency(commune, `${identifier}.${101 + index}`)),
  ];
  const folders = agencies.map((_, index) => (index < 2 ? `so-${index + 1}` : `xa-${index - 1}`));
  return {
    corpus: 'operations',
    references: { procedures },
    files: [
      { path: 'tinh/Danh mục đơn vị.xlsx', sheets: [communeList(province, own)] },
      ...agencies.flatMap((agency, index) => {
        const people = makePeople(8, random, folders[index]!.replaceAll('-', ''));
        const budgetUnit = `1${digits(6, random)}`;
        const folder = folders[index]!;
        return [
          {
            path: `${folder}/Danh mục TTHC.xlsx`,
            sheets: [fullLayout(agency), channelLayout(agency), componentSheet(agency)],
          },
          {
            path: `${folder}/Thu phí và tài khoản.xlsx`,
            sheets: [feeSheet(agency, budgetUnit, identifier), staffSheet(agency, people), contacts(agency, people)],
          },
          {
            path: `${folder}/Vận hành.xlsx`,
            sheets: [
              links(agency, random),
              workflows(agency, people),
              transitions(agency),
              dossiers(agency),
              reports(agency),
              incidents(agency),
            ],
          },
        ];
      }),
    ],
  };
}

const department = (name: string, code: string): SampleAgency => ({
  name,
  letterhead: name.toUpperCase(),
  code,
  national: name,
});

function communeAgency(commune: Commune, code: string): SampleAgency {
  const name = communeFullName(commune);
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return { name: small, letterhead: `ỦY BAN NHÂN DÂN ${name.toUpperCase()}`, code, national: 'Ủy ban nhân dân cấp xã' };
}

/** Identifier of a province by QĐ 20/2020/QĐ-TTg. */
function identifierOf(province: Province): string {
  for (let number = 1; number <= 63; number += 1) {
    const identifier = `H${String(number).padStart(2, '0')}`;
    const found = provinceOfIdentifier(identifier);
    if (found?.province.code === province.code && !found.absorbed) return identifier;
  }
  throw new Error(`no identifier for ${province.name}`);
}

const communeList = (province: Province, own: readonly Commune[]): SampleSheet => ({
  name: 'Đơn vị hành chính',
  title: [`DANH MỤC XÃ, PHƯỜNG, ĐẶC KHU ${provinceFullName(province).toUpperCase()}`],
  columns: columns(`
    stt = STT
    ma_tinh = Mã tỉnh
    tinh = Tỉnh, thành phố
    ma_xa = Mã xã
    xa = Xã, phường, đặc khu`),
  records: own.map((commune, index) => ({
    stt: index + 1,
    ma_tinh: province.code,
    tinh: provinceFullName(province),
    ma_xa: commune.code,
    xa: communeFullName(commune),
  })),
});
