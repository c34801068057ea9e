const languages = ["en", "es"];

/** The language of the Lab that an `Accept-Language` header prefers; English when it names neither. */
export function preferredLanguage(header: string | undefined): string {
  const wishes = (header ?? "").split(",").map((wish) => {
    const [tag = "", ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    return { language: tag.split("-", 1)[0]!, weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = wishes.filter(({ language, weight }) => languages.includes(language) && weight > 0);
  return known.sort((a, b) => b.weight - a.weight)[0]?.language ?? "en";
}
