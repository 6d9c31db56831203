/** A function of text whose last results are kept; all are forgotten when there are too many. */
export function remember<R>(make: (text: string) => R, most = 5_000): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = make(text);
    if (known.size >= most) known.clear();
    known.set(text, now);
    return now;
  };
}
