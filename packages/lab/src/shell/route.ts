import { defineRouteMiddleware } from "@astrojs/starlight/route-data";

/** Every page has the menu; only the pages of the book show its index beside the text, and none a table of contents. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.hasSidebar = true;
  route.toc = undefined;
});
