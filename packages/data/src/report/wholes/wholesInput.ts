import type { CandidateComparison, Unit } from "@surprisal/core";
import type { WholesCompared } from "../../outputs/compareWholes.ts";
import type { WholeScores } from "../../outputs/wholeScores.ts";
import type { WholeStatistics } from "../../outputs/wholeStatistics.ts";
import type { ReportLanguage } from "../words/language.ts";

/** What samples of lm-evaluation-harness say: of one model, or of a base and its candidates on the same documents. Nats. */
export interface WholesReport {
  readonly language: ReportLanguage;
  /** What information is shown in. */
  readonly unit: Unit;
  /** What the model, or the base P, is called: a file. */
  readonly name: string;
  readonly scores: WholeScores;
  /** Of the model, where there is one. */
  readonly alone?: WholeStatistics;
  /** Of candidates against the base, else. */
  readonly candidates?: readonly ReportedWholes[];
  /** Which of several candidates is less surprised. */
  readonly lessSurprised?: CandidateComparison;
  /** The command that makes this report. */
  readonly command?: string;
  /** When it was made, in words of the reader's. */
  readonly made?: string;
  /** The numbers of the report, as JSON, to be saved from it. */
  readonly json: string;
}

export interface ReportedWholes {
  readonly name: string;
  readonly found: WholesCompared;
}
