import type { Language } from "../../words/language.ts";

/** What can be guessed. The first of each language is the finished example; the others are drawn by seed. */
export const passages: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Every evening the baker leaves one warm loaf on the wall behind the school, and every morning the plate comes back washed, with a drawing under it.",
    "When the lights went out in our street nobody went to bed. We carried the chairs outside, and the oldest of us told the youngest what the stars were called.",
    "My brother writes letters to the house where we grew up. He never gets an answer, but last spring the new people planted the pear tree again.",
    "The bus driver knew all of us by name, and on the last day before the holidays he took the long way round so that we could see the sea.",
    "She learned to whistle at seventy, because the dog next door would not listen to anything else, and now the two of them go walking every night at ten.",
  ],
  es: [
    "Cada tarde la panadera deja un pan caliente en el muro de la escuela, y cada mañana el plato vuelve limpio, con un dibujo debajo.",
    "Cuando se fue la luz en nuestra calle, nadie se acostó. Sacamos las sillas a la puerta, y la más vieja le contó al más pequeño cómo se llamaban las estrellas.",
    "Mi hermano escribe cartas a la casa donde crecimos. Nunca le contestan, pero esta primavera los nuevos dueños han vuelto a plantar el peral.",
    "El conductor del autobús nos conocía a todos por el nombre, y el último día antes de las vacaciones dio un rodeo para que viéramos el mar.",
    "Aprendió a silbar a los setenta años, porque el perro de la vecina no hacía caso a nada más, y ahora pasean juntos todas las noches a las diez.",
  ],
};
