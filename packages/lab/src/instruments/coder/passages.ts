/** A page of prose in each language, whose letters make a dictionary. */
export const passages = {
  english:
    "The harbour was quiet when Kate walked down to the water with her brother. “You know,” said Victor, “I expected more of a crowd. " +
    "Just a few boats, six or seven gulls, and one lazy dog.” She laughed. They had been travelling since half past eight, and neither of them " +
    "wanted to hurry any more. Behind the old market a woman was selling plums from a box. How much? Next to nothing! So they bought a kilo, " +
    "sat on the wall, and watched the light go over the hills: first gold, then grey, then something for which there is no word.",
  spanish:
    "El puerto estaba en silencio cuando Julia bajó hasta el agua con su hermano. «¿Sabes?», dijo Félix, «esperaba más gente. " +
    "Unas pocas barcas, seis o siete gaviotas y un perro perezoso.» Ella se echó a reír. Llevaban viajando desde las ocho y media, y a ninguno de los dos " +
    "le quedaban ganas de correr. Detrás del mercado viejo, una señora vendía ciruelas en una caja. ¿A cuánto? ¡A casi nada! Así que compraron un kilo, " +
    "se sentaron en el muro y vieron pasar la luz por encima de los montes del fondo: primero dorada, luego gris y después de un color que no tiene nombre.",
} as const;
