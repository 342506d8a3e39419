package org.debye.unmixing.scene;

/**
 * How the posterior of a scene is computed.
 *
 * @param starts independent starts, at least 1
 * @param warmup iterations of a start before draws are kept
 * @param draws kept of each start, at least 2
 * @param mostSpectra at least 2: where the scene has more, a random subset of so many is used to
 *     infer the endmembers
 */
public record InferenceSettings(int starts, int warmup, int draws, int mostSpectra) {
  /** Three starts as in the paper, 1,000 draws each, from 1,000 spectra. */
  public static final InferenceSettings DEFAULT = new InferenceSettings(3, 500, 1000, 1000);

  public InferenceSettings {
    if (starts < 1 || warmup < 0 || draws < 2 || mostSpectra < 2) {
      throw new IllegalArgumentException("starts, warm-up, draws or spectra are out of range");
    }
  }
}
