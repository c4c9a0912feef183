import { AddCircleRegular, EditRegular, SubtractCircleRegular } from '@fluentui/react-icons';

/** What can happen to a procedure between two catalogues. */
export const CHANGE_KINDS = ['added', 'removed', 'changed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_ICONS = { added: AddCircleRegular, removed: SubtractCircleRegular, changed: EditRegular };
