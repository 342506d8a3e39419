package org.debye.unmixing.scene;

/**
 * How the posterior of a scene is computed.
 *
 * @param starts independent starts, at least 1
 * @param warmup iterations of a chain before draws are kept
 * @param effectiveDraws a chain ends when its worst endmember coordinate has so many effective
 *     draws, at least 4
 * @param maximumDraws or here at the latest
 * @param mostSpectra at least 2: where the scene has more, a random subset of so many is used to
 *     infer the endmembers
 */
public record InferenceSettings(
    int starts, int warmup, int effectiveDraws, int maximumDraws, int mostSpectra) {
  /** Three starts and 500 spectra as in the paper; 400 effective draws of two starts together. */
  public static final InferenceSettings DEFAULT = new InferenceSettings(3, 500, 200, 4000, 500);

  public InferenceSettings {
    if (starts < 1
        || warmup < 0
        || effectiveDraws < 4
        || maximumDraws < effectiveDraws
        || mostSpectra < 2) {
      throw new IllegalArgumentException("starts, warm-up, draws or spectra are out of range");
    }
  }
}
