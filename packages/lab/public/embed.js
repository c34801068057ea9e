// Gives each embedded figure of this page the height it asks for.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "surprisal-height" || !(data.height > 0 && data.height < 10_000)) return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
});
