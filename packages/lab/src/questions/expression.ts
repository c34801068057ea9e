/**
 * The value of an arithmetic expression as a person writes it: `0.737`, `0,737`, `3/4`, `½`, `log2(5)`, `-0.5·log2(0.1)`, `2^-3`, `50 %`, `∞`.
 *
 * A comma and a point both mean the decimal mark, unless they part thousands twice, as in `1,000,000`. A logarithm without parentheses is
 * that of the whole fraction after it, as formulas are printed: `0.5 · log₂ 0.5/0.9`. Two factors may stand side by side: `0.5 log2(10)`.
 * Known names: log2, log₂, ln, log10, sqrt, exp, e, inf. A bare `log` has no base and is not guessed.
 *
 * @returns The value, possibly ±∞; undefined if the text is no such expression or has no value (0/0).
 * @example evaluate("0,5 + 1/4") // 0.75
 */
export function evaluate(text: string): number | undefined {
  const tokens = tokenize(text);
  if (!tokens || tokens.length > 200) return undefined;
  let at = 0;
  const accept = (...wanted: string[]) => (wanted.includes(tokens[at] ?? "") ? tokens[at++] : undefined);

  function sum(): number {
    let value = product();
    for (let sign = accept("+", "-"); sign; sign = accept("+", "-")) {
      const next = product();
      value = sign === "+" ? value + next : value - next;
    }
    return value;
  }

  function product(): number {
    let value = signed();
    for (;;) {
      if (accept("*")) value *= signed();
      else if (accept("/")) value /= signed();
      else if (/^(?!e$)[a-z(]/.test(tokens![at] ?? "")) value *= power();
      else return value;
    }
  }

  function fraction(): number {
    let value = signed();
    while (accept("/")) value /= signed();
    return value;
  }

  function signed(): number {
    if (accept("-")) return -signed();
    if (accept("+")) return signed();
    return power();
  }

  function power(): number {
    const base = atom();
    const value = accept("%") ? base / 100 : base;
    return accept("^") ? value ** signed() : value;
  }

  function atom(): number {
    const token = tokens![at++] ?? "";
    if (token === "(") {
      const value = sum();
      return accept(")") ? value : Number.NaN;
    }
    const named = functions[token];
    if (named) return named(tokens![at] === "(" ? atom() : fraction());
    return constants[token] ?? (/^[\d.]/.test(token) ? Number(token) : Number.NaN);
  }

  const value = sum();
  return at === tokens.length && !Number.isNaN(value) ? value : undefined;
}

const functions: Record<string, (x: number) => number> = {
  log2: Math.log2,
  ln: Math.log,
  log10: Math.log10,
  sqrt: Math.sqrt,
  exp: Math.exp,
};

const constants: Record<string, number> = { e: Math.E, inf: Infinity };

const synonyms: [RegExp, string][] = [
  [/[−–]/g, "-"],
  [/[×·⋅]/g, "*"],
  [/[÷:]/g, "/"],
  [/log[₂_]2?/g, "log2"],
  [/∞|infinity|infinit[eoay]|\binf\b/g, "inf"],
  [/,/g, "."],
];

/** A whole number with its thousands parted twice or more: once would be a decimal mark. */
const millions = /(?<![\d.,])\d{1,3}([., \u00a0\u202f])\d{3}(?:\1\d{3})+(?![\d.,])/g;

/** Whether a logarithm is written without saying to which base. */
export function lacksBase(text: string): boolean {
  return /(?<![a-z])(?:log|lg)(?![a-z\d₂₁_])/i.test(text);
}

function tokenize(text: string): string[] | undefined {
  const whole = text
    .toLowerCase()
    .replaceAll(/[½⅓⅔¼¾⅕⅛⅒]/g, (sign) => `(${sign.normalize("NFKC").replace("⁄", "/")})`);
  const ungrouped = whole.replace(millions, (number) => number.replaceAll(/\D/g, ""));
  const plain = synonyms.reduce((all, [from, to]) => all.replace(from, to), ungrouped);
  const tokens = plain.match(/\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|log2|log10|ln|sqrt|exp|inf|e|[-+*/^%()]/g) ?? [];
  return tokens.length > 0 && tokens.join("") === plain.replaceAll(/\s/g, "") ? tokens : undefined;
}
