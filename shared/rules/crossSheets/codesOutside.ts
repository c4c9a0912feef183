import type { TableView, Verdict } from '../../engine/rule.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { isUnknownNationally, type OwnCatalogue, type References } from './ownCatalogue.ts';

/** Reports every row of a sheet whose code the agency's own catalogue does not list. Malformed codes are FMT-01's, codes
 *  that exist nowhere NAT-01's. Where the row names a procedure of the catalogue, its code is proposed. */
export function reportCodesOutside<Message extends string>(
  view: TableView<'ma_tthc' | 'ten_tthc', Message | 'sameName'>,
  catalogue: OwnCatalogue,
  message: NoInfer<Message>,
  references: References,
): void {
  const codeOf = view.derive('ma_tthc', nationalCodeOf);
  const verdicts = new Map<string, Verdict<Message | 'sameName'>>();
  for (let row = 0; row < view.rows; row += 1) {
    const code = codeOf(row);
    if (code === '' || catalogue.codes.has(code) || isUnknownNationally(code, references)) continue;
    const name = view.text('ten_tthc', row);
    const meant = name === '' ? undefined : catalogue.codeOfName(name);
    const key = `${code} ${meant ?? ''}`;
    let verdict = verdicts.get(key);
    if (verdict === undefined) verdicts.set(key, (verdict = verdictFor(message, code, meant)));
    view.report(row, 'ma_tthc', verdict);
  }
}

function verdictFor<Message extends string>(
  message: Message,
  code: string,
  meant: string | undefined,
): Verdict<Message | 'sameName'> {
  if (meant === undefined) return { message, args: { code } };
  return {
    message,
    args: { code, candidate: meant },
    expected: meant,
    fix: { value: meant, confidence: 'likely', why: 'sameName' },
  };
}
