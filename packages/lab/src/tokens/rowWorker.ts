/** A worker that measures rows of the files it is told, by slices. */
import { openBlobRows, serveRows, webLine } from "@surprisal/data";

serveRows(webLine(self), openBlobRows);
