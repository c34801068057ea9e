import { distillation } from "./distillation.es.ts";
import type { ExerciseWords } from "./en.ts";
import { inference } from "./inference.es.ts";
import { mutualInformation } from "./mutualInformation.es.ts";

export const es = {
  outcomes: {
    entropy: ["sol", "nubes", "lluvia"],
    "cross-entropy": ["a pie", "tranvía", "bicicleta"],
    "kl-divergence": ["tinto", "blanco", "rosado"],
  },
  surprise: {
    alike: {
      ask: "Hay un anillo en una de {n} cajas iguales. Te dicen en cuál. ¿Cuánta sorpresa es eso?",
      mistakes: {
        outcomes: "el número de cajas",
        half: "la mitad de las cajas, las que quedan al partir una vez",
        others: "las cajas descartadas",
      },
    },
    rare: {
      ask: "Una mañana de cada {n} el transbordador no sale. ¿Cuánto sorprende cuando no sale?",
      mistakes: {
        otherwise: "la sorpresa de una mañana en que sí sale",
        probability: "la probabilidad, no su sorpresa",
      },
    },
    together: {
      ask: "Un día cualquiera llega carta con probabilidad {a} y un paquete con probabilidad {b}, sin que lo uno sepa de lo otro. Hoy han llegado los dos. ¿Cuánto sorprende?",
      mistakes: {
        product: "las dos sorpresas multiplicadas; lo que se multiplica son las probabilidades",
        either: "las probabilidades sumadas, como si bastara uno de los dos",
        average: "la media de las dos sorpresas, no su suma",
        rarer: "solo lo más raro de los dos",
      },
    },
    more: {
      ask: "De dos rumores, A es cierto con probabilidad {a} y B con probabilidad {b}. ¿Cuánto más te sorprendería B?",
      mistakes: {
        probabilities: "la sorpresa de la diferencia; se restan las sorpresas, no las probabilidades",
        second: "solo la sorpresa de B",
        both: "la sorpresa de que los dos sean ciertos",
      },
    },
  },
  entropy: {
    coin: {
      ask: "Una moneda doblada cae de cara con probabilidad {p}. ¿Cuál es la entropía de una tirada?",
      mistakes: {
        ceiling: "la entropía de una moneda justa",
        unweighted: "las dos sorpresas sumadas sin sus pesos",
        plainMean: "la media sin más de las dos sorpresas, como si fueran igual de probables",
        heads: "solo el trozo de la cara",
        tails: "solo el trozo de la cruz",
      },
    },
    bars: {
      ask: "Las barras muestran lo probable que es cada tiempo para mañana. ¿Cuál es la entropía del pronóstico?",
      mistakes: {
        ceiling: "lo que sería con los tres igual de probables",
        unweighted: "las tres sorpresas sumadas sin sus pesos",
        plainMean: "la media sin más de las tres sorpresas",
        largest: "solo el trozo más grande",
      },
    },
    room: {
      ask: "Un dado de cuatro caras cae con probabilidades {p}. ¿Cuánto le falta a su entropía para lo más que permiten cuatro caras?",
      mistakes: { entropy: "la propia entropía", ceiling: "lo más que permiten cuatro caras" },
    },
    tosses: {
      ask: "Una moneda que cae de cara con probabilidad {p} se tira {n} veces. ¿Cuál es la entropía de todas las tiradas juntas?",
      mistakes: {
        one: "la entropía de una tirada",
        ceiling: "lo que sería con una moneda justa",
        unweighted: "las sorpresas sumadas sin sus pesos",
      },
    },
    tenses: {
      ask: "En un texto los verbos están en cinco tiempos con probabilidades {p}. ¿Cuál es la entropía del tiempo de un verbo?",
      mistakes: {
        ceiling: "lo que sería con los cinco igual de probables",
        unweighted: "las cinco sorpresas sumadas sin sus pesos",
        plainMean: "la media sin más de las cinco sorpresas",
        largest: "solo el trozo más grande",
      },
    },
  },
  "cross-entropy": {
    price: {
      ask: "Llueve con probabilidad {p}, y tu pronóstico dice siempre {q}. ¿Cuánto te sorprende un día, de media? Da H(P,Q).",
      mistakes: {
        swapped: "H(Q,P): los pesos y los precios han cambiado de sitio",
        gap: "D(P‖Q), solo la parte que se derrocha",
        truth: "H(P), la parte que nadie puede evitar",
        model: "H(Q), lo que cuentas con pagar",
        unweighted: "los dos precios sumados sin sus pesos",
      },
    },
    bars: {
      ask: "Las barras llenas muestran cómo va de verdad la gente al trabajo, P; las rayadas, lo que creen quienes lo planifican, Q. Da H(P,Q).",
      mistakes: {
        swapped: "H(Q,P): los pesos y los precios han cambiado de sitio",
        gap: "D(P‖Q), solo la parte que se derrocha",
        truth: "H(P), la parte que nadie puede evitar",
        model: "H(Q), lo que esperan quienes planifican",
      },
    },
    label: {
      ask: "En la foto hay un zorro. Un clasificador da {a} a zorro, {b} a perro y {c} a gato. ¿Cuál es su pérdida en esta foto, la entropía cruzada con la etiqueta?",
      mistakes: {
        complement: "la sorpresa de que no fuera un zorro",
        entropy: "la entropía de la respuesta del clasificador, en la que la etiqueta no entra",
        all: "los tres precios sumados; solo se paga el de lo que hay",
      },
    },
    signals: {
      ask: "Se envían cuatro señales con probabilidades {p}, en un código hecho para {q}. ¿Cuánto cuesta una señal, de media? Da H(P,Q).",
      mistakes: {
        swapped: "H(Q,P): los pesos y los precios han cambiado de sitio",
        gap: "D(P‖Q), solo la parte que se derrocha",
        truth: "H(P), lo que costaría en el código propio de las señales",
        model: "H(Q), lo que el código estaba pensado para costar",
      },
    },
  },
  "kl-divergence": {
    gap: {
      ask: "Una moneda cae de cara con probabilidad {p}; un modelo dice {q}. ¿Cuánto derrocha el modelo en cada tirada? Da D(P‖Q).",
      mistakes: {
        swapped: "D(Q‖P), el otro sentido",
        cost: "H(P,Q), el precio entero",
        unavoidable: "H(P), la parte que nadie puede evitar",
        worst: "solo el término mayor",
      },
    },
    bars: {
      ask: "Las barras llenas muestran qué vino se bebe, P; las rayadas, para cuál se hizo el pedido, Q. Da D(P‖Q).",
      mistakes: {
        swapped: "D(Q‖P), el otro sentido",
        cost: "H(P,Q), el precio entero",
        unavoidable: "H(P), la parte que nadie puede evitar",
        worst: "solo el término mayor",
      },
    },
    sure: {
      ask: "Una luz está siempre verde. Un modelo da {a} al verde, {b} al amarillo y {c} al rojo. Da D(P‖Q), con la luz como P.",
      mistakes: {
        infinite: "D(Q‖P): el modelo espera lo que nunca ocurre, pero quien pesa es la luz",
        model: "H(Q), la entropía del modelo",
      },
    },
    smoothed: {
      ask: "Un modelo estaba seguro de la cara, aunque la cruz sale con probabilidad {p}. Se suaviza: una parte {epsilon} de su probabilidad se reparte ahora por igual entre cara y cruz. Da D(P‖Q).",
      mistakes: {
        infinite: "lo que era antes de suavizar",
        whole: "como si la cruz se hubiera llevado la parte entera y no la mitad",
        swapped: "D(Q‖P), el otro sentido",
      },
    },
    matched: {
      ask: "Una moneda cae de cara con probabilidad {p}. Un modelo que decía {q} se iguala ahora a la moneda. ¿Cuánto le cuesta una tirada a quien lo cree, de media?",
      mistakes: {
        before: "H(P,Q), lo que costaba antes",
        saved: "D(P‖Q), lo que se ha ahorrado al igualar",
        gap: "lo que se derrocha ahora; lo que nadie puede evitar se sigue pagando",
      },
    },
  },
  "mutual-information": mutualInformation,
  inference,
  "two-directions": {
    reverse: {
      ask: "Una moneda cae de cara con probabilidad {p}; un modelo dice {q}. Da D(Q‖P), el sentido en que pesa el modelo.",
      mistakes: {
        forward: "D(P‖Q), en la que pesa la verdad",
        cost: "H(Q,P), a la que aún hay que quitarle H(Q)",
      },
    },
    hill: {
      ask: "Una verdad P tiene dos montes muy separados, y uno de ellos reúne {p} de su probabilidad. El modelo Q es exactamente ese monte y nada más. ¿Cuánto vale D(Q‖P)?",
      mistakes: {
        other: "la respuesta para el otro monte",
        weighted: "pesada con P; aquí pesa Q, que está entero en este monte",
        infinite: "D(P‖Q), que cuenta el monte que falta",
      },
    },
    normals: {
      ask: "P es la distribución normal de media 0 y desviación típica {s}; Q, la de media {m} y desviación típica {t}. Da D(P‖Q).",
      mistakes: {
        swapped: "D(Q‖P), el otro sentido",
        sameWidth:
          "lo que da por sí sola la distancia entre las medias, como si las dos fueran tan anchas como Q",
      },
    },
  },
  gradients: {
    force: {
      ask: "Una moneda cae de cara con probabilidad {p}. El modelo, un softmax de dos logits, dice {q}. ¿Cuánto vale la derivada de D(P‖Q) respecto al logit de la cara?",
      mistakes: {
        reverse: "la derivada de D(Q‖P)",
        byProbability: "el tamaño de la derivada respecto a la probabilidad de la cara, P entre Q",
        truth: "lo que P le da a la cara; respecto a su logit es una diferencia",
      },
    },
    pull: {
      ask: "Una moneda cae de cara con probabilidad {p}. El modelo, un softmax de dos logits, dice {q}. ¿Cuánto vale la derivada de D(Q‖P) respecto al logit de la cara?",
      mistakes: {
        forward: "la derivada de D(P‖Q)",
        notCentred: "lo que queda si no se le resta antes D(Q‖P) al logaritmo",
        byProbability: "la derivada respecto a la probabilidad de la cara",
      },
    },
    scatter: {
      ask: "Una moneda cae de cara con probabilidad {p}; el modelo, un softmax de dos logits, dice {q}. Una tirada estima el gradiente de D(P‖Q) respecto a los logits. ¿Cuánto vale su varianza, sumada sobre los dos logits, en cuadrados de la unidad?",
      mistakes: {
        ofModel: "la varianza de tiradas del modelo; la que se tira es la moneda",
        oneLogit: "la varianza respecto a uno de los dos logits",
      },
    },
  },
  "loss-curves": {
    floor: {
      ask: "Una foto lleva la etiqueta zorro, y puede haber zorro, perro, gato o búho. La etiqueta se suaviza con ε = {e}, repartido por igual entre los cuatro. ¿De qué pérdida no baja ningún modelo? Da H(P).",
      mistakes: {
        zero: "el suelo de la etiqueta antes de suavizarla",
        two: "la entropía de acertar o fallar; los animales equivocados son tres",
        wrongOnly: "ε repartido solo entre los tres equivocados; al correcto también le toca su parte",
      },
    },
  },
  "language-models": {
    text: {
      ask: "A las tres palabras de una frase, según llegaban, un modelo les había dado las probabilidades {a}; {b} y {c}. ¿Cuánto le costó una palabra, de media?",
      mistakes: {
        total: "la frase entera, no una palabra",
        meanOfChances: "la sorpresa de la probabilidad media; lo que se promedia son las sorpresas",
      },
    },
    nucleus: {
      ask: "Para la palabra siguiente un modelo da las probabilidades {a}; {b}; {c} y {d}. Solo se conservan las dos palabras más probables, ampliadas hasta sumar 1. ¿A qué distancia está T, lo que se sortea, de P, el modelo? Da D(T‖P).",
      mistakes: {
        swapped: "D(P‖T), que cuenta las palabras recortadas",
        lost: "la sorpresa de las palabras recortadas",
        entropyOfDrawn: "H(T), la entropía de lo que se sortea",
      },
    },
    greedy: {
      ask: "Para la palabra siguiente un modelo da las probabilidades {a}; {b}; {c} y {d}. A temperatura 0 sale siempre la más probable. Da D(T‖P), con T lo que sale y P el modelo.",
      mistakes: {
        swapped: "D(P‖T), que cuenta las palabras que no salen nunca",
        entropyOfModel: "H(P), la entropía del modelo",
        entropyOfDrawn: "H(T), la entropía de lo que sale",
      },
    },
    guesses: {
      ask: "Alguien adivina un texto letra a letra. Acierta a la primera con probabilidad {a}, a la segunda con {b}, a la tercera con {c} y a la cuarta con {d}. ¿Cuál es la cota superior de la entropía por letra?",
      mistakes: {
        lower: "la cota inferior",
        meanGuesses: "el logaritmo del número medio de intentos, que no es una cota",
        alike: "lo que sería si las cuatro acertaran igual de a menudo",
      },
    },
    letters: {
      ask: "Un modelo paga {a} {unit} por cada token de un texto, y un token tiene {n} letras de media. ¿Cuánto paga por letra?",
      mistakes: { product: "multiplicado en lugar de dividido", token: "el precio de un token" },
    },
  },
  distillation,
  policies: {
    leash: {
      ask: "Una referencia P da una respuesta con probabilidad {p}, y si no, otra. La primera tiene recompensa, y con la correa que hay eso multiplica sus posibilidades frente a la otra por {k}: Q es la mejor política ahí. ¿Cuánto se aleja? Da D(Q‖P).",
      mistakes: {
        swapped: "D(P‖Q), donde pesa la referencia",
        loose: "lo que se alejaría sin correa ninguna",
      },
    },
    loose: {
      ask: "Una referencia P da la respuesta que más gana con probabilidad {p}. Sin correa, con β = 0, la política Q no da ninguna otra. ¿Cuánto es D(Q‖P)?",
      mistakes: {
        infinite: "D(P‖Q), que cuenta las respuestas que ya no se dan",
        other: "la sorpresa de todas las demás respuestas juntas",
        weighted: "con el peso de P; aquí pesa Q, y toda está en esta respuesta",
      },
    },
  },
} satisfies ExerciseWords;
