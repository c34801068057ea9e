import type { HomeWords } from "./en.ts";

export const es = {
  title: "La sorpresa, medida",
  lede: "Entropía, entropía cruzada y divergencia de Kullback–Leibler, de una moneda a un modelo de lenguaje. En figuras que se mueven con la mano, con tus datos, en la terminal y en tu código.",
  local: "Nada de lo que abras aquí sale de tu ordenador.",
  figure: {
    title: "El tiempo de mañana",
    hint: "Arrastra una barra o usa las flechas",
    chart: "Con qué frecuencia llega cada tiempo y con qué frecuencia lo esperas",
    outcomes: ["sol", "nubes", "lluvia"],
    p: "P, lo que ocurre",
    q: "Q, lo que esperas",
    thumb: (series: string, outcome: string, percent: string, price: string) =>
      `${series}: ${outcome}, ${percent} por ciento; ${price}`,
    strip: "Lo que pagas y la parte que se desperdicia",
    unavoidable: "Inevitable",
    paid: "Lo que pagas",
    wasted: "De más",
    finite: (wasted: string) => `${wasted} de más`,
    infinite: (outcome: string) => `Infinito: diste por imposible «${outcome}», y ocurre.`,
    exact: "Esperas justo lo que ocurre: no pagas nada de más.",
    costly: "Lo que esperas no es lo que ocurre: la parte ámbar es el precio.",
  },
  doors: {
    book: {
      line: "Lo que cuesta creer lo que no es, resultado a resultado.",
      caption: "bits de más por cada crítica de cine de la lección 4",
    },
    workbench: {
      line: "Tus propias P y Q: números, archivos, textos.",
      caption: "bits en cada letra de las líneas de arriba",
    },
    tokens: {
      line: "Lo que uno o dos modelos de lenguaje dicen de un texto, y dónde se separan.",
      caption: "bits por letra entre una memoria larga y otra corta",
    },
    library: {
      line: "Funciones con tipos para Node y navegadores, exactas donde las sumas fallan.",
      caption: "bits entre dos monedas que difieren en una milmillonésima",
    },
    commandLine: {
      line: "Las mismas medidas sobre números, archivos y tablas.",
      caption: "bits: surprisal kl 0.5,0.5 0.9,0.1",
    },
  },
} satisfies HomeWords;
