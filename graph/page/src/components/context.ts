/** Hands the state to every component. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { State } from "../state";

export const StateContext = createContext<State | undefined>(undefined);

export function useAtlasState(): State {
  const state = useContext(StateContext);
  if (!state) throw new Error("A component stands outside StateContext.");
  return state;
}
