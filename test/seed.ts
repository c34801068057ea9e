import fc from "fast-check";

// The same inputs at every run, so that what passes here passes everywhere; SEED=… explores others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2026) });
