/** What a class is called, in the language in which it is known. */
import { useAtlasState } from "./context";
import { langOf } from "./languages";

export function ClassName({ id }: { id: string }) {
  const known = useAtlasState().atlas.classes.get(id);
  return <span lang={langOf(known?.lang ?? "en")}>{known?.label ?? id}</span>;
}
