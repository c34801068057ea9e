/** The words of the exercises on mutual information, in Spanish. */
export const mutualInformation = {
  channel: {
    ask: "Se envía un bit justo X por una línea que lo da la vuelta con probabilidad {p}; Y es lo que llega. ¿Cuánto dice Y de X?",
    mistakes: {
      left: "H(X|Y), lo que queda; la información es lo que se ha ido",
      all: "lo que llevaría una línea sin fallos",
      together: "H(X,Y), las dos juntas",
    },
  },
  left: {
    ask: "Llueve con probabilidad {p}. Cuando llueve, una compañera lleva paraguas con probabilidad {a}; si no, con probabilidad {b}. ¿Cuánto queda del paraguas cuando se sabe el tiempo, H(Y|X)?",
    mistakes: {
      whole: "H(Y), antes de saber nada del tiempo",
      unweighted: "la media sin pesos de las dos columnas; cada una cuenta tantas veces como viene su tiempo",
      together: "H(X,Y), que incluye el tiempo",
    },
  },
  pair: {
    ask: "Dos cosas vienen juntas con probabilidad {p}; por separado una viene con {a} y la otra con {b}. ¿Cuánto vale su información puntual?",
    mistakes: {
      weighted: "su parte en la suma, pesada ya con las veces que viene el par",
      surprise: "la sorpresa del par; compárala con la del azar",
      product: "la sorpresa que tendría por azar; compárala con la que tiene",
    },
  },
  correction: {
    ask: "De {k} resultados se han visto {s} en {n} extracciones. ¿Cuánto suma la corrección de Miller y Madow a la entropía por frecuencias?",
    mistakes: {
      unseen: "la corrección para todos los resultados; solo sabe de los vistos",
      notHalved: "el doble de la corrección",
      noneLess: "un resultado de más: las frecuencias suman uno",
    },
  },
  phantom: {
    ask: "Dos variables con {r} y {c} resultados no tienen nada en común. Por frecuencias, ¿cuánto parecen compartir en {n} pares, de media y a primer orden?",
    mistakes: {
      truth: "la verdad; la estimación queda por encima",
      notHalved: "el doble del sesgo",
      cells: "lo que le falta a la entropía conjunta sola; las de las dos variables van en sentido contrario",
      noneLess: "el número de casillas; los lados de la tabla no son libres",
    },
  },
};
