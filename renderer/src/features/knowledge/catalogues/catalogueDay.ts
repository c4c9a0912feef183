/** Whether what a catalogue says of its date is a day; files may say anything. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text);
