/** Texts of one area of the program in both languages; the compiler refuses a key that exists in one of them only.
 *  Placeholders are written `{name}`. */
export interface MessageArea<Key extends string = string> {
  readonly vi: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** Declares the texts of an area. Keys are `area.whatHappened`. */
export const defineMessages = <const Vi extends Record<string, string>>(area: {
  readonly vi: Vi;
  readonly en: { readonly [Key in keyof Vi]: string };
}): MessageArea<keyof Vi & string> => area;

/** Fills `{name}` placeholders; a placeholder without a value stays visible, so that it is noticed. */
export function fillMessage(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name];
    return value === undefined ? placeholder : String(value);
  });
}
