/** A text that Excel does not take for a formula: one that starts like it gets an apostrophe in front. Excel starts a
 *  formula at = + - @, and at a tab or line break in front of them. */
export const formulaSafe = (value: string): string => (/^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value);
