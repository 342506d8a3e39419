package org.debye.learning.collective;

/**
 * A rank among its peers.
 *
 * @param rank from 0
 * @param size how many there are
 * @param host name or address of this rank's machine, as the others reach it
 */
public record RankPlace(int rank, int size, String host) {
  public RankPlace {
    if (size < 1 || rank < 0 || rank >= size) {
      throw new IllegalArgumentException("there is no rank " + rank + " of " + size);
    }
    if (host.isBlank()) {
      throw new IllegalArgumentException("a rank has a host");
    }
  }

  @Override
  public String toString() {
    return "Rank " + rank + " of " + size;
  }
}
