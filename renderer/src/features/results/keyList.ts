/** Keys of the results and what they do, as the end of a text key. */
export const RESULT_KEYS = [
  ['↑ ↓ Home End', 'move'],
  ['Enter', 'enter'],
  ['Esc', 'escape'],
  ['F', 'fix'],
  ['W', 'waive'],
  ['F2', 'edit'],
  ['/', 'search'],
  ['Ctrl+G', 'goTo'],
  ['Space', 'space'],
  ['Shift+↑ ↓', 'shift'],
  ['Ctrl+A', 'all'],
  ['Ctrl+Z, Ctrl+Y', 'undo'],
  ['?', 'help'],
] as const;
