/** Keeps the page from scrolling under a touch on a handle, and only there; Svelte's own touch listeners are passive and could not. */
export function holdPage(node: SVGElement): () => void {
  const stop = (event: TouchEvent) => event.preventDefault();
  node.addEventListener("touchstart", stop, { passive: false });
  return () => node.removeEventListener("touchstart", stop);
}
