/**
 * A drawing as a picture, in the fonts of the page.
 *
 * @param svg A whole SVG document with a width and a height.
 * @param scale Pixels of the picture per unit of the drawing.
 */
export async function svgToPng(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  // A picture loads nothing from outside itself, so the fonts go in with it.
  const dressed = svg.replace("<defs>", `<defs><style>${await fontFaces()}</style>`);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(dressed)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))),
      "image/png",
    ),
  );
}

const wanted = /IBM Plex|Surprisal Symbols/;

async function fontFaces(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ cssText }) => wanted.test(cssText));
  return (await Promise.all(faces.map(withItsFile))).join("");
}

async function withItsFile(face: CSSFontFaceRule): Promise<string> {
  const url = /url\("([^"]+)"\)/.exec(face.cssText)?.[1];
  if (!url) return "";
  const address = new URL(url, face.parentStyleSheet?.href ?? location.href);
  const file = await (await fetch(address)).blob();
  const reader = new FileReader();
  const read = new Promise((resolve) => reader.addEventListener("load", resolve));
  reader.readAsDataURL(file);
  await read;
  return face.cssText.replace(url, String(reader.result));
}
