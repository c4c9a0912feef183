import { sampleCatalogueCsv } from '../../electron/node/sample/sampleCatalogue.ts';
import type { GivenFile } from './pages/intake.ts';

/** The sample's catalogue as it might stand later: 1.900120 costs more, 1.900131 has gone, 1.900999 is new and its fee doubtful. */
export function laterCatalogue(name: string): GivenFile {
  const records = sampleCatalogueCsv().split(/\r\n(?="\d)/);
  const later = records.flatMap((record) => {
    if (record.startsWith('"1.900120"')) return [record.replaceAll('100.000 đồng', '120.000 đồng')];
    if (record.startsWith('"1.900131"')) return [];
    if (!record.startsWith('"1.900142"')) return [record];
    const added = record.replace('1.900142', '1.900999').replace('Thành lập', 'Sáp nhập');
    return [record, added.replaceAll('1.000.000 đồng', '500 đồng')];
  });
  return { name, content: new TextEncoder().encode(later.join('\r\n')) };
}
