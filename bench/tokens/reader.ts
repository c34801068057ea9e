/** How fast memory can be read here: a sum over both files' numbers in C, as a process with the same lines. */
export const readerProgram = `
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { const float *from; size_t count; float sum; } Part;

static void *add(void *argument) {
  Part *part = argument;
  float sums[64] = {0};
  for (size_t i = 0; i + 64 <= part->count; i += 64)
    for (int j = 0; j < 64; j++) sums[j] += part->from[i + j];
  part->sum = 0;
  for (int j = 0; j < 64; j++) part->sum += sums[j];
  return 0;
}

static float *load(const char *path, size_t *count) {
  FILE *file = fopen(path, "rb");
  fseek(file, 0, SEEK_END);
  size_t bytes = ftell(file);
  rewind(file);
  float *values = aligned_alloc(64, (bytes + 63) / 64 * 64);
  *count = fread(values, 1, bytes, file) / sizeof(float);
  return values;
}

int main(int argc, char **argv) {
  size_t count[2];
  float *values[2] = {load(argv[1], &count[0]), load(argv[2], &count[1])};
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    int threads = atoi(strchr(line, ' ')), files = line[0] == 'p' ? 2 : 1;
    struct timespec start, end;
    float sum = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pthread_t running[64];
    Part parts[2][64];
    for (int i = 0; i < threads; i++)
      for (int f = 0; f < files; f++) {
        size_t first = count[f] / threads * i;
        parts[f][i] = (Part){values[f] + first, i + 1 < threads ? count[f] / threads : count[f] - first, 0};
      }
    for (int f = 0; f < files; f++) {
      for (int i = 1; i < threads; i++) pthread_create(&running[i], 0, add, &parts[f][i]);
      add(&parts[f][0]);
      for (int i = 1; i < threads; i++) pthread_join(running[i], 0);
      for (int i = 0; i < threads; i++) sum += parts[f][i].sum;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.9f %g\\n", end.tv_sec - start.tv_sec + 1e-9 * (end.tv_nsec - start.tv_nsec), sum);
    fflush(stdout);
  }
}
`;
