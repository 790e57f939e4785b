/** Long names in few letters. */

/** Cut after a whole word where there is one; a name that is brief enough stays as it is. */
export function shorten(text: string, most = 36): string {
  const letters = [...text.trim()];
  if (letters.length <= most) return letters.join("");
  const cut = letters.slice(0, most - 1).join("");
  const space = cut.search(/\s+\S*$/);
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, "")}…`;
}
