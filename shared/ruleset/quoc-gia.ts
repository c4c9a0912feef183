/** The national rule set, root of all others: the product's rules as they are. What it locks must stay an error everywhere:
 *  a row whose procedure code is malformed can be compared with nothing. Raise the version with any change; rule sets pin
 *  it, and runs name it. */
export const NATIONAL_RULE_SET = `id: quoc-gia
version: 2026.2
title: Bộ quy tắc quốc gia
level: national
rules:
  FMT-01: { locked: true }
`;

/** Name under which problems of the built-in file are shown. */
export const NATIONAL_RULE_SET_FILE = 'quoc-gia.yaml';
