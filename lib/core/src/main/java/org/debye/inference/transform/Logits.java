package org.debye.inference.transform;

/** How a coordinate stands for the logit of a stick of {@link SimplexTransform}. */
public enum Logits {
  /** The coordinate is Stan's: the logit shifted so that 0 is the centre of the simplex. */
  PLAIN,
  /**
   * Stan's coordinate is the sinh of ours. Under a Dirichlet density with a small shape a the logit
   * has an exponential tail of length 1/a; its asinh has none, so that one step size suits core and
   * tail. Use it for abundances; for a simplex far from its corners it gains nothing.
   */
  STRETCHED
}
