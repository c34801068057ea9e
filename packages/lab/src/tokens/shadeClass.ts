/** The classes of a shade: whose it is, and how strong. */
export function shadeClass(shade: string | undefined): string {
  return shade === undefined ? "" : `shade of-${shade.replace(/\d/, " level-$&")}`;
}
