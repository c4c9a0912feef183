/** A line as a terminal may be given it: names and values come from files of others, and what steers a terminal could hide or
 *  forge what stands around it. */
export const terminalText = (line: string): string => line.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');
