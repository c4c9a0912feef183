import { makeStyles, tokens } from '@fluentui/react-components';

// Quiet grounds on which text stays readable, light and dark; fields that stand beside each other differ. The field's name
// stands above each column as well.
const useStyles = makeStyles({
  lightGreen: { backgroundColor: tokens.colorPaletteLightGreenBackground1 },
  marigold: { backgroundColor: tokens.colorPaletteMarigoldBackground1 },
  berry: { backgroundColor: tokens.colorPaletteBerryBackground1 },
  green: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  darkOrange: { backgroundColor: tokens.colorPaletteDarkOrangeBackground1 },
  yellow: { backgroundColor: tokens.colorPaletteYellowBackground1 },
});

/** Grounds for columns, to be taken by the place of the field. */
export const useFieldColours = (): readonly string[] => Object.values(useStyles());
