/** Las palabras de los ejercicios sobre inferencia. */
export const inference = {
  bound: {
    ask: "Un estruendo en la cocina: el gato o el viento, igual de probables antes. El gato hace ese ruido con probabilidad {a}; el viento, con {b}. Sigues creyendo mitad y mitad. ¿Cuánto más larga que la sorpresa del estruendo es tu cota? Da D(Q‖P), donde P es la posterior.",
    mistakes: {
      swapped: "D(P‖Q), donde pesa la posterior",
      surprise: "la sorpresa del estruendo, que ninguna creencia puede bajar",
      bound: "la cota entera, con la sorpresa del estruendo dentro",
      posterior: "la entropía de la posterior",
    },
  },
  meanField: {
    ask: "Dos cosas gaussianas tienen correlación {r}. Una creencia Q las trata por separado. ¿Cuál es la menor D(Q‖P) que puede tener?",
    mistakes: {
      notHalved: "el doble; delante del logaritmo hay un medio",
      notSquared: "como si ρ no fuera al cuadrado",
    },
  },
};
