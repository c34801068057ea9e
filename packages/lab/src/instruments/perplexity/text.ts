/** The words that could follow at one place of a text, in the order of their bars; the text itself is in the words of the page. */
export type Step = { readonly names: readonly string[] };

/** Which of its continuations each word of the text turns out to be; the same in every language. */
export const truths: readonly number[] = [4, 0, 1, 3, 0, 0, 4];

/** How many continuations each place has. */
export const width = 5;
