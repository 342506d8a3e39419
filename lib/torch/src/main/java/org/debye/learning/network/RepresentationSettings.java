package org.debye.learning.network;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * The encoder of representations that need few labels: the network of convolutions and attention
 * over points and channels, with an adaptive mean in place of the second pool, so that spectra and
 * pieces of them of any length become representations of one width (Figs 6.3 and 7.3 of Sun's
 * thesis).
 *
 * @param width of a representation, E
 * @param channels after the convolutions; the authors' program has 16
 * @param places that the adaptive mean leaves of a spectrum; the authors' program has 236
 * @param feedForward whether a feed-forward layer with a shortcut ends it, as in chapter 6; chapter
 *     7 does without
 */
public record RepresentationSettings(int width, int channels, int places, boolean feedForward)
    implements Serializable {
  /** Chapter 7. */
  public static final RepresentationSettings SELF_SUPERVISED =
      new RepresentationSettings(256, 16, 236, false);

  /** The fewest points of a spectrum that both convolutions fit on. */
  public static final int FEWEST_POINTS = SpatialChannelBranch.fewestPoints();

  /** Checks the ranges. */
  public RepresentationSettings {
    require(width >= 1, "width", "a representation of " + width + " numbers");
    require(
        channels >= 2 && channels % 2 == 0,
        "channels",
        channels + " channels do not part into two heads of attention");
    require(places >= 1, "places", "a mean that leaves " + places + " places");
  }

  private static void require(boolean holds, String key, String problem) {
    if (!holds) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION, key, problem, "Leave the key out for the default.");
    }
  }
}
