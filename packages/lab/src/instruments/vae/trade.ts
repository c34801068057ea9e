/** Where the plane of what is told and what is left ends, in nats; trainings begin above it. */
export const ends = { rate: 8, distortion: 32 } as const;
