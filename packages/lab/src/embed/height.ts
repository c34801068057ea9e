// Tells the page around this one how high the figure is, whenever that changes; `embed.js` listens there.
if (parent !== window) {
  const tell = () => {
    const { height } = document.body.getBoundingClientRect();
    parent.postMessage({ type: "surprisal-height", height: Math.ceil(height) }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
}
