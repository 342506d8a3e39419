package org.debye.learning.collective;

import java.io.Serializable;

/**
 * Where the ranks of one attempt find one another.
 *
 * @param host name or address of rank 0's machine, as the others reach it
 * @param port TCP port there
 * @param attempt unlike that of every other attempt; a rank that comes with another one is sent
 *     away
 */
public record MeetingPoint(String host, int port, String attempt) implements Serializable {
  public MeetingPoint {
    if (host.isBlank() || attempt.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "a meeting point has a host, a port and an attempt, not " + host + ":" + port);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
