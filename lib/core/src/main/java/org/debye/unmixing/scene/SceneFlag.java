package org.debye.unmixing.scene;

/**
 * Something that a reader of the result must know.
 *
 * @param message a sentence with the numbers
 */
public record SceneFlag(Kind kind, String message) {
  /** What is the matter. */
  public enum Kind {
    /** The spectra span fewer than K - 1 dimensions: the simplex has no volume. */
    RANK_DEFICIENT,
    /** No start of the sampler gave draws. */
    NO_CHAIN_MOVED,
    /** A search stopped at its limit. */
    NOT_SETTLED,
    /** R-hat over the starts that reached the kept mode is 1.01 or more. */
    R_HAT,
    /** Fewer than 400 effective draws of an endmember's coordinate. */
    FEW_EFFECTIVE_DRAWS,
    DIVERGENCES,
    /** Only one start reached the kept mode. */
    STARTS_DISAGREE,
    /** Importance ratios of the variational fit have no finite mean: it is no approximation. */
    POOR_APPROXIMATION
  }
}
