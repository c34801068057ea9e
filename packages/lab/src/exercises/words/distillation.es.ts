/** The words of the exercises on distillation, in Spanish. */
export const distillation = {
  habit: {
    ask: "Un maestro P dice «té negro» con probabilidad {p}, y si no, «café frío». Un alumno Q con un hábito elige bebida y clase por separado, y ha aprendido con D(P‖Q) todo lo que puede. ¿Cuánto vale D(P‖Q)?",
    mistakes: {
      zero: "adonde llega un alumno con dos hábitos",
      cost: "H(P,Q), todo lo que paga",
      infinite: "D(Q‖P), que cuenta lo que solo dice el alumno",
    },
  },
  task: {
    ask: "De lo que dice un maestro, tres cosas sirven para una tarea, con probabilidades {a}, {b} y {c}; lo demás no sirve. ¿Cuánto sorprende la primera al maestro, dada la tarea?",
    mistakes: {
      before: "su sorpresa antes de toda tarea",
      served: "cuánto sorprende que algo sirva para la tarea",
      both: "las dos sorpresas sumadas; dada la tarea, una se resta",
    },
  },
};
