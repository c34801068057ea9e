/** Keeps a file that is dropped beside its place from replacing the page; returns what ends that. */
export function holdFiles(): () => void {
  const hold = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  const kinds = ["dragover", "drop"] as const;
  for (const kind of kinds) window.addEventListener(kind, hold);
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, hold);
  };
}
