import type { Unit } from "@surprisal/core";
import { untrack } from "svelte";
import { type Store, unit as shared } from "../preferences.ts";
import { readHash } from "./hash.ts";
import type { Session } from "./session.svelte.ts";

/**
 * Ties a session to its figure on the page: Ctrl+Z and Ctrl+Y inside it undo and redo, and a link to a state, followed now or later,
 * brings the state and the figure into view, in the unit of whoever gave the link.
 *
 * @param unit Null where the figure has none to choose.
 * @returns An attachment for the figure's element.
 */
export function attend<State>(
  session: Session<State>,
  unit: Store<Unit> | null = shared,
): (figure: HTMLElement) => () => void {
  return (figure) => {
    const follow = () => {
      if (!session.load(location.hash)) return;
      unit?.lend(readHash(location.hash, "unit"));
      figure.scrollIntoView({ block: "start" });
    };
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof HTMLInputElement && target.type === "text";
      if (!(event.ctrlKey || event.metaKey) || isTyping) return;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) session.undo();
      else if (key === "y" || key === "z") session.redo();
      else return;
      event.preventDefault();
    };
    untrack(follow);
    window.addEventListener("hashchange", follow);
    figure.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("hashchange", follow);
      figure.removeEventListener("keydown", press);
    };
  };
}
