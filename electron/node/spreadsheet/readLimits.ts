/** How much a single file may cost before it is refused. Sizes in bytes, counts in pieces. */
export interface ReadLimits {
  /** The file as it lies on disk. */
  readonly maxFileBytes: number;
  /** Files that another library has to hold in memory as a whole: .xls, .ods, .xlsb, HTML, SpreadsheetML. */
  readonly maxWholeFileBytes: number;
  /** The same formats, unpacked, where they are zip archives. */
  readonly maxWholeUnpackedBytes: number;
  /** Cells with a value in those formats, over all sheets: each costs some hundred bytes there. */
  readonly maxWholeCells: number;
  /** Entries of a zip archive. */
  readonly maxEntries: number;
  /** One unpacked part of the archive. */
  readonly maxEntryBytes: number;
  /** All parts that are read, unpacked. */
  readonly maxTotalBytes: number;
  /** Unpacked size over packed size, looked at from 16 MiB on. Sheets reach about 40, deflate cannot exceed 1,032. */
  readonly maxRatio: number;
  /** Parts that are read as one text: workbook, relationships, styles. */
  readonly maxTextPartBytes: number;
  /** One tag, cell or text; Excel allows 32,767 characters in a cell. */
  readonly maxTokenBytes: number;
  readonly maxSheets: number;
  /** Cells with a value, over all sheets. */
  readonly maxCells: number;
  /** Stored rows × columns that hold something, over all sheets: what the tables take in memory, 4 bytes each. */
  readonly maxGridCells: number;
  /** Distinct values, as UTF-8. */
  readonly maxDictionaryBytes: number;
  readonly maxMerges: number;
}

const MIB = 1 << 20;

/** Four times what the largest expected file (1,000,000 rows × 30 columns) takes. The formats read as a whole take up to
 *  forty times their size there, and must stay below the heap of a worker (`PoolLimits`): past it the program ends. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxFileBytes: 1024 * MIB,
  maxWholeFileBytes: 48 * MIB,
  maxWholeUnpackedBytes: 64 * MIB,
  maxWholeCells: 4_000_000,
  maxEntries: 10_000,
  maxEntryBytes: 8192 * MIB,
  maxTotalBytes: 10_240 * MIB,
  maxRatio: 250,
  maxTextPartBytes: 64 * MIB,
  maxTokenBytes: 16 * MIB,
  maxSheets: 1000,
  maxCells: 120_000_000,
  maxGridCells: 160_000_000,
  maxDictionaryBytes: 1536 * MIB,
  maxMerges: 1_000_000,
};

/** Whole MiB, for texts that name a limit. */
export const megabytesOf = (bytes: number): number => Math.floor(bytes / MIB);
