/** Largest file that a browser may hand over, in bytes; the readers' own limits come after. */
export const LARGEST_UPLOAD = 512 << 20;

/** The limit as people are told it. */
export const LARGEST_UPLOAD_MEGABYTES = LARGEST_UPLOAD >> 20;
