import { parseApplicants, formatApplicants } from '../domain/applicants.ts';
import { parseDate } from '../domain/calendarDate.ts';
import { CHANNELS } from '../domain/channel.ts';
import { parseDuration } from '../domain/duration.ts';
import { parseLevels, type Level } from '../domain/level.ts';
import { parseFee } from '../domain/money.ts';
import { splitValues } from '../domain/multiValue.ts';
import { isNationalCode, rebuildFromNumber } from '../domain/procedureCode.ts';
import { compareKey, searchKey } from '../domain/vietnameseText.ts';
import { fail, type Fault } from '../result.ts';
import type { CatalogueSnapshot, NationalChannel, NationalProcedure, RecordDoubt } from './catalogue.ts';
import { contentId } from './contentId.ts';
import { similarity } from './nameMatching.ts';
import type { ChannelDraft, ProcedureDraft } from './procedureDraft.ts';
import { doubtsOf } from './selfCheck.ts';

/** What the caller knows of a catalogue beside its records. */
export interface CatalogueOptions {
  readonly title: string;
  /** ISO date the data speaks for; '' when unknown. */
  readonly date: string;
  /** Whether a code that is missing is proof that it does not exist; false by default. */
  readonly complete?: boolean;
}

// Below this, list and detail name two things, not one thing in two spellings (NAT-12).
const SAME_PROCEDURE = 0.6;

/** Makes one snapshot of everything that was read. Drafts of one code become one record: where both say something the
 *  richer one wins, and what the other said is noted. A detail page that belongs to another procedure, or stands under
 *  several codes, is dropped and only list facts remain (NAT-12). */
export function assembleCatalogue(drafts: readonly ProcedureDraft[], options: CatalogueOptions): CatalogueSnapshot {
  const notes: Fault[] = [];
  const byCode = new Map<string, ProcedureDraft[]>();
  const { codeOf, rebuilt } = codesOfDrafts(drafts);
  for (const draft of drafts) {
    const code = codeOf(draft);
    if (code === '') {
      const { file, sheet, row } = draft.source;
      notes.push(note('rowWithoutCode', { file, sheet, row, name: draft.ten_tthc }));
      continue;
    }
    const group = byCode.get(code);
    if (group === undefined) byCode.set(code, [draft]);
    else group.push(draft);
  }
  const shared = sharedPages(byCode);
  const procedures = [...byCode]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, group]) => mergeDrafts(code, group, { isShared: (page) => shared.has(page), rebuilt, notes }));
  return {
    id: contentId(procedures),
    title: options.title,
    date: options.date,
    procedures,
    complete: options.complete ?? false,
    ...(notes.length > 0 && { notes }),
  };
}

/** What merging the drafts of one code needs to know of all others. */
interface Surroundings {
  readonly isShared: (portalId: string) => boolean;
  readonly rebuilt: ReadonlySet<string>;
  readonly notes: Fault[];
}

function mergeDrafts(code: string, group: readonly ProcedureDraft[], around: Surroundings): NationalProcedure {
  const trusted = group
    .filter((draft) => !isOfOtherProcedure(draft, group))
    .map((draft) => (draft.detail === 'foreign' || around.isShared(draft.portalId) ? listOnly(draft) : draft))
    .sort(byRichness);
  const doubts: RecordDoubt[] = [];
  if (!isNationalCode(code) || around.rebuilt.has(code)) doubts.push('codeMalformed');
  if (repeatsInOneSource(group)) doubts.push('duplicateCode');
  const hadDetail = group.some((draft) => draft.detail !== 'none');
  if (hadDetail && !trusted.some((draft) => draft.detail === 'own')) doubts.push('detailOfOtherProcedure');
  const record = recordOf(code, trusted, around.notes);
  return { ...record, doubts: [...doubts, ...doubtsOf(record).map(({ doubt }) => doubt)] };
}

const note = (what: string, params: Fault['params']): Fault => fail(`reference.note.${what}`, params).error;

/** Codes as the records will carry them. A code that a spreadsheet turned into a number is rebuilt, unless that is the
 *  code of another draft. */
function codesOfDrafts(drafts: readonly ProcedureDraft[]): {
  readonly codeOf: (draft: ProcedureDraft) => string;
  readonly rebuilt: ReadonlySet<string>;
} {
  const written = new Set(drafts.map((draft) => draft.ma_tthc));
  const rebuilt = new Map<string, string>();
  for (const code of written) {
    if (isNationalCode(code)) continue;
    const candidates = rebuildFromNumber(code);
    if (candidates.length === 1 && !written.has(candidates[0]!)) rebuilt.set(code, candidates[0]!);
  }
  return { codeOf: (draft) => rebuilt.get(draft.ma_tthc) ?? draft.ma_tthc, rebuilt: new Set(rebuilt.values()) };
}

/** Portal pages that stand under more than one code. */
function sharedPages(byCode: ReadonlyMap<string, readonly ProcedureDraft[]>): ReadonlySet<string> {
  const firstCode = new Map<string, string>();
  const shared = new Set<string>();
  for (const [code, group] of byCode) {
    for (const { portalId } of group) {
      if (portalId === '') continue;
      const first = firstCode.get(portalId);
      if (first === undefined) firstCode.set(portalId, code);
      else if (first !== code) shared.add(portalId);
    }
  }
  return shared;
}

const repeatsInOneSource = (group: readonly ProcedureDraft[]): boolean =>
  new Set(group.map(({ source }) => `${source.file}\n${source.sheet}`)).size < group.length;

/** Whether a list calls the procedure something else than this detail does. */
const isOfOtherProcedure = (draft: ProcedureDraft, group: readonly ProcedureDraft[]): boolean =>
  draft.detail === 'own' &&
  group.some(
    (list) =>
      list.detail !== 'own' &&
      list.ten_tthc !== '' &&
      draft.ten_tthc !== '' &&
      similarity(compareKey(list.ten_tthc), compareKey(draft.ten_tthc)) < SAME_PROCEDURE,
  );

/** The draft without what only a detail page says. */
const listOnly = (draft: ProcedureDraft): ProcedureDraft => ({
  ...draft,
  cap_thuc_hien: '',
  doi_tuong: '',
  loai_tthc: '',
  so_quyet_dinh: '',
  ngay_quyet_dinh: '',
  ma_ket_qua: [],
  thanh_phan_ho_so: [],
  channels: [],
  portalId: '',
  detail: 'none',
});

/** Trusted details first, then who says more; equal ones in an order that does not depend on the rows'. */
function byRichness(left: ProcedureDraft, right: ProcedureDraft): number {
  const trust = (draft: ProcedureDraft): number => (draft.detail === 'own' ? 1 : 0);
  const [text, other] = [textOfDraft(left), textOfDraft(right)];
  return trust(right) - trust(left) || other.length - text.length || compareTexts(text, other);
}

const textOfDraft = (draft: ProcedureDraft): string => JSON.stringify({ ...draft, source: null });

function recordOf(code: string, drafts: readonly ProcedureDraft[], notes: Fault[]): NationalProcedure {
  const unreadable = (field: string, text: string): void => {
    notes.push(note('unreadable', { ma_tthc: code, field, text }));
  };
  const text = (field: TextField): string => {
    const said = drafts.map((draft) => draft[field]).filter((value) => value !== '');
    const kept = said[0] ?? '';
    const other = said.find((value) => value !== kept && compareKey(value) !== compareKey(kept));
    if (other !== undefined) notes.push(note('contradiction', { ma_tthc: code, field, kept, other }));
    return kept;
  };
  const list = (field: ListField): readonly string[] =>
    drafts.map((draft) => draft[field]).find((values) => values.length > 0) ?? [];
  const channels = drafts.map((draft) => draft.channels).find((lines) => lines.length > 0) ?? [];
  const published = text('ngay_quyet_dinh');
  const date = published === '' ? undefined : parseDate(published);
  if (date !== undefined && !date.ok) unreadable('ngay_quyet_dinh', published);
  return {
    ma_tthc: code,
    ten_tthc: text('ten_tthc'),
    linh_vuc: list('linh_vuc'),
    co_quan_cong_bo: text('co_quan_cong_bo'),
    co_quan_thuc_hien: list('co_quan_thuc_hien'),
    cap_thuc_hien: levelsOf(text('cap_thuc_hien'), unreadable),
    doi_tuong: applicantsOf(text('doi_tuong')),
    loai_tthc: text('loai_tthc'),
    so_quyet_dinh: text('so_quyet_dinh'),
    ngay_quyet_dinh: date?.ok === true ? date.value.iso : '',
    ma_ket_qua: list('ma_ket_qua'),
    thanh_phan_ho_so: list('thanh_phan_ho_so'),
    channels: channels.map(channelOf).sort(byChannel),
    state: stateOf(text('trang_thai')),
    portalId: drafts.find((draft) => draft.portalId !== '')?.portalId ?? '',
    hasDetail: drafts.some((draft) => draft.detail === 'own'),
    doubts: [],
  };
}

type TextField = {
  [Key in keyof ProcedureDraft]: ProcedureDraft[Key] extends string ? Exclude<Key, 'detail'> : never;
}[keyof ProcedureDraft];
type ListField = 'linh_vuc' | 'co_quan_thuc_hien' | 'ma_ket_qua' | 'thanh_phan_ho_so';

function levelsOf(text: string, unreadable: (field: string, text: string) => void): ReadonlySet<Level> {
  if (text === '') return new Set();
  const levels = parseLevels(text);
  if (!levels.ok) unreadable('cap_thuc_hien', text);
  return new Set(levels.ok ? levels.value : []);
}

/** Names of applicants in the portal's spelling; a cell that the closed list does not explain keeps its own pieces. */
function applicantsOf(text: string): readonly string[] {
  const applicants = parseApplicants(text);
  return applicants.ok
    ? applicants.value.map((applicant) => formatApplicants([applicant]))
    : splitValues(text).map((value) => value.text);
}

function channelOf(draft: ChannelDraft): NationalChannel {
  const deadline = parseDuration(draft.deadlineText);
  const fee = draft.feeText === '' ? undefined : parseFee(draft.feeText);
  return {
    channel: draft.channel,
    deadline: deadline.ok ? deadline.value : null,
    deadlineText: draft.deadlineText,
    fee: fee?.ok === true ? fee.value : null,
    feeText: draft.feeText,
    ...(draft.feeNote !== undefined && draft.feeNote !== '' && { feeNote: draft.feeNote }),
    ...(draft.note !== undefined && draft.note !== '' && { note: draft.note }),
  };
}

const byChannel = (left: NationalChannel, right: NationalChannel): number =>
  CHANNELS.indexOf(left.channel) - CHANNELS.indexOf(right.channel) ||
  compareTexts(left.deadlineText, right.deadlineText) ||
  compareTexts(left.feeText, right.feeText) ||
  compareTexts(left.feeNote ?? '', right.feeNote ?? '') ||
  compareTexts(left.note ?? '', right.note ?? '');

const compareTexts = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** State of publication. A word of withdrawal wins over "công khai", which "không còn công khai" contains. */
function stateOf(text: string): NationalProcedure['state'] {
  const key = searchKey(text);
  if (/\b(?:bai bo|het hieu luc|huy|thay the|withdrawn|khong con)\b/.test(key)) return 'withdrawn';
  if (/\b(?:(?:chua|khong) (?:cong khai|mo|ap dung|hieu luc)|du thao|not open)\b/.test(key)) return 'notOpen';
  return /\b(?:cong khai|hieu luc|dang ap dung|active|updated)\b/.test(key) ? 'active' : 'unknown';
}
