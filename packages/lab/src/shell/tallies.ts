import { followProgress } from "../questions/onDevice.ts";

// Beside each lesson of the index: how much of it was answered on this device, once something was.
followProgress(async (isKept) => {
  if (!isKept && !document.querySelector(".tally:not(:empty)")) return;
  const { showTallies } = await import("./showTallies.ts");
  showTallies();
});
