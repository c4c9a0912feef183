import type { Peers } from '../engine/finding.ts';
import { translate, type Language } from '../i18n/index.ts';
import { shortened } from '../rules/shortened.ts';

/** What other agencies write, as one line: "7 trên 8 đơn vị ghi "03 ngày làm việc"". */
export const peersText = ({ agencies, agreeing, value, same }: Peers, language: Language): string =>
  translate(language, same ? 'peers.same' : 'peers.text', { agencies, agreeing, value: shortened(value) });
