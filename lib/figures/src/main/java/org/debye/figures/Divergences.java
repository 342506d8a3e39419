package org.debye.figures;

/**
 * Which draws ended in a divergence.
 *
 * @param flags chains x draws, in the draws' order; no chains where nothing is known
 */
public record Divergences(boolean[][] flags) {
  /** Nothing is known of divergences: none is marked, and the legend does not speak of them. */
  public static Divergences unknown() {
    return new Divergences(new boolean[0][]);
  }

  boolean known() {
    return flags.length > 0;
  }

  boolean at(int chain, int draw) {
    return chain < flags.length && draw < flags[chain].length && flags[chain][draw];
  }
}
