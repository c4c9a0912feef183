import { STANDINGS } from '../reports/returned/standings.ts';
import { count, fault, foundName, id, isoDate, language, method, shortText, startedJob, z } from './schema.ts';

const standing = z.enum(STANDINGS);

/** Ways to look at the lines of returned lists: those taken unless somebody says no, those that somebody must look at, those
 *  that can't be taken, those that nobody has filled in, those that are so already. */
export const RETURNED_GROUPS = ['ready', 'look', 'refused', 'unanswered', 'done'] as const;
export type ReturnedGroup = (typeof RETURNED_GROUPS)[number];
const group = z.enum(RETURNED_GROUPS);

const groupCounts = z.object({ ready: count, look: count, refused: count, unanswered: count, done: count });

/** A file that came back. */
export const returnedFile = z.object({
  /** Its place among the files of the review. */
  list: count,
  file: foundName,
  /** Why it is no list that can be read; the others go on. */
  fault: fault.nullable(),
  /** Agency of its lines, else the one its cover names; '' when nothing tells. */
  agency: foundName,
  /** Round that its cover names, and whether that is this one. */
  saidRound: foundName,
  isThisRound: z.boolean(),
  groups: groupCounts,
  standings: z.partialRecord(standing, count),
});
export type ReturnedFile = z.infer<typeof returnedFile>;

/** A line of a returned list held against the round as it is now. */
export const returnedLine = z.object({
  /** Its place among all lines of the review; stays as long as the review. */
  line: count,
  list: count,
  /** 1-based row of the list's sheet. */
  row: count,
  standing,
  group,
  /** Over what the list was made; null where the mark does not tell. `sentRound` is its round. */
  sent: z.enum(['thisFile', 'earlierFile', 'otherRound']).nullable(),
  sentRound: foundName,
  /** The answer was a formula, of which only the result is seen. */
  isFormula: z.boolean(),
  takeable: z.boolean(),
  /** Where it stands: as the list says, and the address now where that is another one. */
  file: foundName,
  sheet: foundName,
  cell: z.string(),
  cellNow: shortText.nullable(),
  rule: z.string(),
  field: z.string(),
  message: z.string(),
  /** The value when the list was made, and now; null when the finding is gone. */
  before: z.string(),
  now: z.string().nullable(),
  answer: z.enum(['correction', 'keep', 'both', 'none']),
  correction: z.string(),
  keepReason: z.string(),
  /** What a rule says of the corrected value; '' when nothing. */
  objection: z.string(),
});
export type ReturnedLine = z.infer<typeof returnedLine>;

const review = z.object({ round: id, review: id });

const lineNumbers = z.array(count).max(200_000).readonly();
/** Lists of a review: those of a folder that was handed over may be many more than anybody chooses one by one. */
const listNumbers = z.array(count).max(20_000);

export const returnedMethods = {
  /** Reads correction lists that came back: files that the user handed over, or files of the round that turned out to be
   *  such lists. Nothing is changed; what came of it is asked for with `review` once the job is done. */
  'returned.read': method(
    z.object({
      round: id,
      files: z.array(id).max(500),
      ofRound: z.array(id).max(500),
    }),
    startedJob.extend({ review: id }),
  ),
  /** What came back, held against the round as it is now. `outlook`: findings that would go and come if all that is ready
   *  were taken. Errors: `returned.notRead` while it is being read, and once it was closed. */
  'returned.review': method(
    review,
    z.object({
      revision: count,
      files: z.array(returnedFile),
      outlook: z.object({ gone: count, come: count }),
    }),
  ),
  /** A page of the lines, in the order of files and rows. `list` left out: all files. */
  'returned.lines': method(
    review.extend({
      language,
      list: count.optional(),
      group: group.optional(),
      from: count,
      limit: z.int().min(1).max(200),
    }),
    z.object({ revision: count, total: count, rows: z.array(returnedLine) }),
  ),
  /** Takes the answers: of the files in `lists` all that is ready but `without`, and `also` those that somebody looked at.
   *  One entry of the history per file. Corrections change cells, reasons accept findings in the agency's name until a day.
   *  Errors: `returned.nothingChosen`, `returned.clashChosen`, `decisions.waiverOver`. */
  'returned.apply': method(
    review.extend({ lists: listNumbers, without: lineNumbers, also: lineNumbers, until: isoDate }),
    z.object({
      revision: count,
      /** Cells changed, findings accepted, answers left alone because they no longer can be taken. */
      applied: count,
      kept: count,
      skipped: count,
      gone: count,
      come: count,
      /** Entries of the history, in their order. */
      entries: z.array(count),
    }),
  ),
  /** Takes back what was applied, as long as nothing was decided after it. Errors: `returned.decidedSince`. */
  'returned.undo': method(
    z.object({ round: id, entries: listNumbers.min(1) }),
    z.object({ revision: count, gone: count, come: count }),
  ),
  /** Lets go of what was read. */
  'returned.close': method(review, z.object({})),
};
