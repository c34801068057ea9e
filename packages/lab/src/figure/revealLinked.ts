// A figure that comes alive when it is seen has to be seen for a link to reach it.
function reveal(): void {
  for (const field of location.hash.slice(1).split("&"))
    document.querySelector(`figure[id="${CSS.escape(field.split("=")[0]!)}"]`)?.scrollIntoView();
}

reveal();
window.addEventListener("hashchange", reveal);
