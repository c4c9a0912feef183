/** Remembers what is made out of an immutable object, such as a national record, for as long as the object lives. The
 *  same record is asked for by every table of a round; call this at module level. */
export function onceFor<Source extends object, Made>(make: (source: Source) => Made): (source: Source) => Made {
  const known = new WeakMap<Source, { readonly made: Made }>();
  return (source) => {
    let entry = known.get(source);
    if (entry === undefined) known.set(source, (entry = { made: make(source) }));
    return entry.made;
  };
}
