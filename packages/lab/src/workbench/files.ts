import type { Input, JointInput } from "./engine.ts";
import { type FileChoice, isEmpty, type Pane } from "./model.ts";
import { fileOperand } from "./operand.ts";

/** The files somebody chose, for as long as the page is open. */
export function createFiles() {
  const files = new Map<number, File>();
  return {
    add(file: File): FileChoice {
      const id = files.size + 1;
      files.set(id, file);
      return { id, name: file.name, size: file.size };
    },

    get: (id: number): File | undefined => files.get(id),

    /** The two columns of a pane's table that are to be measured together, if they are. */
    jointOf(pane: Pane): JointInput | undefined {
      if (!pane.file || pane.as !== "column") return undefined;
      const { column, other, file } = pane;
      const { id, name } = file;
      const table = files.get(id);
      if (!table || column === undefined || other === undefined) return undefined;
      return { key: JSON.stringify([id, column, other]), file: table, name, columns: [column, other] };
    },

    /** What a pane is to be read from; undefined while there is nothing, or the column of a table is not chosen. */
    inputOf(pane: Pane): Input | undefined {
      if (isEmpty(pane)) return undefined;
      if (!pane.file) return { key: `${pane.as}:${pane.text}`, text: pane.text, as: pane.as };
      const operand = fileOperand(pane);
      const file = files.get(pane.file.id);
      return operand && file && { key: `${pane.file.id}:${operand.form}:${operand.text}`, operand, file };
    },
  };
}
