package org.debye.numeric;

import java.io.Serializable;

/**
 * Randomness by name. A stream depends on the seed and on its keys and on nothing else: not on the
 * order in which streams are asked for, nor on the thread, partition or executor that asks.
 *
 * <pre>{@code
 * RandomStream pixels = RandomStreams.of(seed).under("pixels").at(module, frame);
 * }</pre>
 *
 * <p>Seed and keys are absorbed into 128 bits with a tag for a key's type and, for text, its
 * length, so {@code "1"}, {@code 1} and {@code ("1", "")} are different keys. Each absorption is
 * the finaliser of Stafford's variant 13 (the one of SplitMix64; Steele, Lea and Flood 2014). Two
 * names share a stream with a probability of about 2^-128. Not for cryptography.
 *
 * @param high first half of the absorbed name
 * @param low second half of the absorbed name
 */
public record RandomStreams(long high, long low) implements Serializable {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long OTHER_GAMMA = 0xD1B54A32D192ED03L;
  private static final long NUMBER = 0x6E756D626572L;
  private static final long TEXT = 0x74657874L;

  /** All streams of a seed. */
  public static RandomStreams of(long seed) {
    return new RandomStreams(mix(seed + GOLDEN_GAMMA), mix(seed ^ OTHER_GAMMA));
  }

  /** The streams below a text key. */
  public RandomStreams under(String key) {
    RandomStreams state = absorb(TEXT).absorb(key.length());
    for (int i = 0; i < key.length(); i++) {
      state = state.absorb(key.charAt(i));
    }
    return state;
  }

  /** The streams below a number. */
  public RandomStreams under(long key) {
    return absorb(NUMBER).absorb(key);
  }

  /** The stream of these numbers below what was named so far; a new one at its start each time. */
  public RandomStream at(long... keys) {
    RandomStreams state = this;
    for (long key : keys) {
      state = state.under(key);
    }
    return new RandomStream(state.high, state.low);
  }

  /** The stream of a text key and numbers below it, as {@code at(datasetId, chain)}. */
  public RandomStream at(String key, long... keys) {
    return under(key).at(keys);
  }

  private RandomStreams absorb(long word) {
    long first = mix((high ^ word) + GOLDEN_GAMMA);
    return new RandomStreams(first, mix((low + OTHER_GAMMA * word) ^ Long.rotateLeft(first, 32)));
  }

  /** A bijection of the 64-bit words in which every bit of the input moves half of the output. */
  static long mix(long word) {
    long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
