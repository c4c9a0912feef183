import { fingerprintOfParts } from '../../fingerprint.ts';

const CHECK_DIGITS = 8;

/** What a line of a correction list is known by when it comes back: the finding's identity and a check over it, the content
 *  of the checked file and the round. It tells a line that was damaged, mixed up or belongs to another list; it is no
 *  secret and keeps nobody from forging one.
 *  @param sha256  of the file that the finding is about; '' when unknown */
export function lineMark(identity: string, sha256: string, round: string): string {
  return `${identity}.${fingerprintOfParts([identity, sha256, round]).slice(0, CHECK_DIGITS)}`;
}

/** Identity and check of a mark; undefined for anything else. */
export function readLineMark(mark: string): { readonly identity: string; readonly check: string } | undefined {
  const [, identity, check] = /^([0-9a-z-]{8,80})\.([0-9a-f]{8})$/.exec(mark.trim()) ?? [];
  return identity === undefined || check === undefined ? undefined : { identity, check };
}
