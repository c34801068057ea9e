/** `436 bytes`, `12.3 MB`, `1.24 GB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1e4) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
