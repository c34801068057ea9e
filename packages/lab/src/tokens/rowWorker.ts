/** A worker that measures rows of the files it is told, by slices. */
import { openBlobRows, serveRows, webLine } from "@surprisal/data";

// To the types of a page, a worker's own scope is a window.
serveRows(webLine(self as unknown as MessagePort), openBlobRows);
