/** Whether the screen is as narrow as a phone's; it follows the window and the zoom. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

const NARROW = "(max-width: 559px)";

export function useNarrow(): boolean {
  const isNarrow = useSignal(matchMedia(NARROW).matches);
  useLayoutEffect(() => {
    const query = matchMedia(NARROW);
    const take = () => void (isNarrow.value = query.matches);
    query.addEventListener("change", take);
    return () => query.removeEventListener("change", take);
  }, []);
  return isNarrow.value;
}
