/** How an answer stands to the round as it is now.
 *
 *  `applies`: what the list said still stands there. `stillWrong`: it applies, but a rule finds fault with what it puts
 *  there. `changedSince`: the cell holds something else than the list said. `clash`: two answers say different things of one
 *  cell or finding. `unchecked`: the line has lost its mark, or its mark is no longer that of the cell; what it is about is
 *  told by its place alone. `alreadySo`: the cell holds the answer, or the finding was accepted. `sameValue`: the
 *  "correction" is what was found wrong. `gone`: the finding is no longer there. `noCell`: a correction of a whole row or
 *  sheet. `bothAnswers`: a correction and a reason to keep. `unusable`: an error value or a text too long. `tampered`: the
 *  mark is damaged, or its check is that of another line or file. `notOurs`: the mark fits no file of any round here.
 *  `unanswered`: nobody has filled it in. */
export const STANDINGS = [
  'applies',
  'stillWrong',
  'changedSince',
  'clash',
  'unchecked',
  'alreadySo',
  'sameValue',
  'gone',
  'noCell',
  'bothAnswers',
  'unusable',
  'tampered',
  'notOurs',
  'unanswered',
] as const;
export type Standing = (typeof STANDINGS)[number];
