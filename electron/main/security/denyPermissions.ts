import type { Session } from 'electron';
import { isOwnAddress } from '../ownOrigin.ts';

/** The one thing a page may ask for: putting text it shows onto the clipboard, after a key or click of the user.
 *  Reading the clipboard stays refused. */
const ALLOWED = 'clipboard-sanitized-write';

/** Refuses every permission (camera, notifications, devices, file system, …) to every page. */
export function denyPermissions(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === ALLOWED && details.isMainFrame && isOwnAddress(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      permission === ALLOWED && details.isMainFrame && isOwnAddress(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
}
