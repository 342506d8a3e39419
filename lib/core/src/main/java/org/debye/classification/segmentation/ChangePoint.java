package org.debye.classification.segmentation;

import org.debye.classification.LabelledSpectra;
import org.debye.classification.subspace.CentredComponents;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Cuts a dataset's ordered frames into segments about which the principal component scores scatter
 * least: the exact least-squares segmentation, by dynamic programming over all boundaries (Auger
 * and Lawrence 1989, Bulletin of Mathematical Biology 51:39; for Gaussian noise of one variance it
 * is the likeliest). A rival that needs no label but the number of classes and their order. It
 * always finds a boundary, in a steady drift too, where the middle is as good as any.
 *
 * @param components D, at least 1
 * @param segments at least 2: one more than there are boundaries
 * @param shortest frames of a segment, at least 1
 */
public record ChangePoint(int components, int segments, int shortest) {

  public ChangePoint {
    if (components < 1 || segments < 2 || shortest < 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "change point",
          components + " components, " + segments + " segments of at least " + shortest,
          "Ask for at least one component, two segments and one frame in each.");
    }
  }

  /**
   * The best boundaries of one dataset.
   *
   * @param spectra N x P, row major, in the order of the frames
   * @param points P
   * @param dataset for messages
   * @return the first frame of each segment but the first, ascending
   */
  public int[] boundaries(float[] spectra, int points, String dataset) {
    int count = spectra.length / points;
    if (count < segments * shortest) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          dataset,
          count + " frames for " + segments + " segments of at least " + shortest,
          "Take more frames, or ask for fewer or shorter segments.");
    }
    LabelledSpectra.requireFinite(spectra, points);
    if (allEqual(spectra, points)) {
      throw InputException.of(
          FailureCode.CONSTANT_SPECTRA,
          dataset,
          "all " + count + " spectra are equal",
          "There is no boundary in them; check what was read.");
    }
    CentredComponents subspace = CentredComponents.of(spectra, points, components, 1);
    return LeastSquaresSegments.of(subspace.scores(spectra), subspace.dimensions(), shortest)
        .boundaries(segments);
  }

  private static boolean allEqual(float[] spectra, int points) {
    for (int i = points; i < spectra.length; i++) {
      if (spectra[i] != spectra[i - points]) {
        return false;
      }
    }
    return true;
  }
}
