import type { SeekableSource } from "../byteSource.ts";
import { JsonNode, type JsonText } from "../json/jsonNode.ts";
import { parseJson } from "../json/parseJson.ts";
import { readSafetensors } from "./safetensors.ts";
import type { StoredArray } from "./storedArray.ts";

/** Opens a file by its name, beside the index. */
type OpenBeside = (name: string) => Promise<{ file: SeekableSource; source: string }>;

/**
 * The tensors of a `*.safetensors.index.json`: those of all its shards.
 *
 * @throws FormatError if a tensor is not in the shard that the index names, or that name leads out of the folder of the index.
 */
export async function readSafetensorsIndex(origin: JsonText, openBeside: OpenBeside): Promise<StoredArray[]> {
  const map = new JsonNode(parseJson(origin.text, origin.source, origin.firstLine), origin).get("weight_map");
  const shards = new Map<string, Map<string, StoredArray>>();
  const tensors: StoredArray[] = [];
  for (const [name, entry] of map.entries()) {
    const shard = entry.text();
    if (!/^[^/\\:\0]+$/.test(shard) || /^\.\.?$/.test(shard))
      entry.refuse("the name of a file beside the index");
    if (!shards.has(shard)) {
      const { file, source } = await openBeside(shard);
      const all = await readSafetensors(file, source);
      shards.set(shard, new Map(all.map((tensor) => [tensor.name, tensor])));
    }
    const tensor = shards.get(shard)!.get(name);
    tensors.push(tensor ?? entry.refuse(`a shard that holds ${JSON.stringify(name)}`, "header"));
  }
  return tensors;
}
