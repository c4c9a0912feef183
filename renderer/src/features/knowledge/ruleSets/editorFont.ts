import { tokens } from '@fluentui/react-components';

/** Height of a line in pixels; text, marks, numbers and the list of completions all stand by it. */
export const LINE_HEIGHT = 20;

export const FONT = {
  fontFamily: tokens.fontFamilyMonospace,
  fontSize: '13px',
  lineHeight: `${LINE_HEIGHT}px`,
  tabSize: 2,
} as const;
