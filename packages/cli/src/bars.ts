/**
 * A bar of at most `width` columns for each term, the longest for the largest. Where there are negative ones, they grow to the left of an axis
 * and the others to its right, all on one scale. Beside an infinite term a finite one is nothing.
 */
export function bars(terms: readonly number[], width: number): string[] {
  const most = terms.reduce((greatest, term) => Math.max(greatest, Math.abs(term)), 0);
  const scaled = terms.map((term) =>
    Number.isFinite(most) ? term / (most || 1) : Number.isFinite(term) ? 0 : Math.sign(term),
  );
  const up = scaled.reduce((greatest, share) => Math.max(greatest, share), 0);
  const down = scaled.reduce((greatest, share) => Math.max(greatest, -share), 0);
  if (!terms.some((term) => term < 0)) return scaled.map((share) => rightward(share * width));
  const unit = (width - 1) / (up + down || 1);
  const left = Math.min(width - 2, Math.max(1, Math.round(down * unit)));
  const scale = Math.min(down > 0 ? left / down : Infinity, up > 0 ? (width - 1 - left) / up : Infinity);
  return scaled.map((share, i) => {
    const before = terms[i]! < 0 ? leftward(-share * scale) : "";
    const after = share > 0 ? rightward(share * scale) : "";
    return `${before.padStart(left)}│${after}`;
  });
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

function rightward(columns: number): string {
  const units = Math.round(columns * 8);
  return "█".repeat(units >> 3) + eighths[units & 7]!;
}

// Unicode has right parts of a block for an eighth and a half only.
function leftward(columns: number): string {
  const halves = Math.round(columns * 2);
  return (halves & 1 ? "▐" : halves === 0 && columns > 0 ? "▕" : "") + "█".repeat(halves >> 1);
}
