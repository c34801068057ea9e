import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const attempts = 100;

/**
 * Opens a server on 127.0.0.1 at the first free port from `port` on.
 *
 * @param port 0 for any free one.
 * @returns The port it got.
 * @throws Error when the port is not allowed, or neither it nor the next hundred are free.
 */
export async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; candidate < port + attempts && candidate < 65536; candidate++) {
    try {
      server.listen(candidate, "127.0.0.1");
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES") throw new Error(`port ${candidate} is reserved, expected one from 1024 on`);
      if (code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`no port from ${port} to ${Math.min(port + attempts, 65536) - 1} is free`);
}
