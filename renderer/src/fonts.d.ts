/** What the build tool makes of a pattern of files. */
interface ImportMeta {
  glob<Content>(
    pattern: string,
    options: { readonly eager: true; readonly query: '?url'; readonly import: 'default' },
  ): Readonly<Record<string, Content>>;
}
