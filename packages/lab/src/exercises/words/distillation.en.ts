/** The words of the exercises on distillation. */
export const distillation = {
  habit: {
    ask: "A teacher P says “black tea” with probability {p}, “iced coffee” otherwise. A student Q with one habit chooses kind and drink apart, and has learned by D(P‖Q) all it can. What is D(P‖Q)?",
    mistakes: {
      zero: "what a student with two habits comes to",
      cost: "H(P,Q), all that it pays",
      infinite: "D(Q‖P), which counts what only the student says",
    },
  },
  task: {
    ask: "Of what a teacher says, three things serve a task, with probabilities {a}, {b} and {c}; nothing else does. How surprising is the first to the teacher, given the task?",
    mistakes: {
      before: "its surprise before any task",
      served: "how surprising it is that anything serves the task",
      both: "the two surprises added; given the task, one is taken off",
    },
  },
};
