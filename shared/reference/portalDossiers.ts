import { cleanText } from '../domain/vietnameseText.ts';
import type { ListRow } from './listRow.ts';

/** What the new portal says of a dossier; '' where its export does not tell. */
export interface PortalDossier {
  readonly state: string;
  readonly payment: string;
}

/** Dossiers that the new portal holds, by code. */
export interface PortalDossiers {
  /** The dossier of a code; blanks and case do not count. Undefined when the portal does not have it. */
  find(code: string): PortalDossier | undefined;
}

/** Key under which dossier codes are compared. */
export const dossierKey = (code: string): string => cleanText(code).replace(/\s/g, '').toUpperCase();

/** Indexes the new portal's export of dossiers. @param rows  `ma_ho_so`, and `trang_thai_ho_so`,
 *  `trang_thai_thanh_toan` where they are exported. Of a repeated code the first row counts. */
export function indexPortalDossiers(rows: readonly ListRow[]): PortalDossiers {
  const dossiers = new Map<string, PortalDossier>();
  for (const { ma_ho_so, trang_thai_ho_so, trang_thai_thanh_toan } of rows) {
    const key = dossierKey(ma_ho_so ?? '');
    if (key === '' || dossiers.has(key)) continue;
    dossiers.set(key, { state: cleanText(trang_thai_ho_so ?? ''), payment: cleanText(trang_thai_thanh_toan ?? '') });
  }
  return { find: (code) => dossiers.get(dossierKey(code)) };
}
