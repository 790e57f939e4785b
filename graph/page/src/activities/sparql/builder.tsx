import type { Session } from "./session";
export function Builder(_: { session: Session }) { return null; }
