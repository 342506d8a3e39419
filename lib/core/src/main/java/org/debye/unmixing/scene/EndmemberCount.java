package org.debye.unmixing.scene;

/** How many endmembers a scene has, or how to find out. */
public sealed interface EndmemberCount {

  /** K is given. */
  record Known(int endmembers) implements EndmemberCount {}

  /** As many as {@link org.debye.unmixing.subspace.HySime} finds signal dimensions. */
  record SignalDimensions() implements EndmemberCount {}

  /**
   * The smallest number whose model predicts nearly best by leave-one-out cross-validation, all in
   * the same dimensions: {@link org.debye.unmixing.posterior.CountComparison}.
   *
   * @param least at least 2
   * @param most at least as many
   */
  record Compared(int least, int most) implements EndmemberCount {
    public Compared {
      if (least < 2 || most < least) {
        throw new IllegalArgumentException("endmembers from " + least + " to " + most);
      }
    }
  }
}
