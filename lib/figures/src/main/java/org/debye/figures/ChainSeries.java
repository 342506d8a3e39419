package org.debye.figures;

/**
 * One scalar of a posterior as several chains drew it.
 *
 * @param name as {@code C[1,2]}
 * @param chains chains x draws, warm-up left out; lengths may differ. Not copied, not modified
 */
public record ChainSeries(String name, double[][] chains) {
  /** Chains beyond this cannot be told apart. */
  public static final int MOST_CHAINS = 10;

  public ChainSeries {
    if (chains.length < 1 || chains.length > MOST_CHAINS) {
      throw new IllegalArgumentException(
          name + " has " + chains.length + " chains; 1 to " + MOST_CHAINS + " can be drawn");
    }
  }

  int longest() {
    int longest = 0;
    for (double[] chain : chains) {
      longest = Math.max(longest, chain.length);
    }
    return longest;
  }
}
