/** What the page of one's progress says; `{…}` are gaps to fill. */
export const en = {
  lesson: "Lesson",
  questions: "Questions",
  last: "Last answered",
  question: "Question {number}",
  done: "answered",
  due: "answered some weeks ago, worth asking again",
  open: "not answered yet",
  complete: "✓ complete",
  review:
    "Answered three weeks ago or longer: worth asking again. In the lesson, most of those with numbers can be had with others.",
  save: "Save a copy",
  bring: "Bring a copy in…",
  erase: "Erase everything",
  putBack: "Put it back",
  fileName: "surprisal-progress",
  added: "Brought in from {file}. What was here is still here.",
  nothingNew: "{file} holds nothing that was not here already.",
  refused:
    "{file} was not brought in, and nothing here has changed. Expected: the file that “Save a copy” makes, JSON of version 1 or 2.",
  erased: "Erased from this device. Until you leave this page it can be put back.",
  isBack: "It is back.",
};

export type ProgressWords = typeof en;
