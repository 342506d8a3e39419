package org.debye.evaluation.classification;

import java.io.Serializable;
import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * How often each class was taken for each. Counts are whole numbers, so the order of adding and
 * merging changes nothing. Not thread safe.
 */
public final class ConfusionMatrix implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int classes;
  private final long[] counts;

  private ConfusionMatrix(int classes) {
    this.classes = classes;
    counts = new long[classes * classes];
  }

  /** Empty, for K classes. */
  public static ConfusionMatrix of(int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException(classes + " classes");
    }
    return new ConfusionMatrix(classes);
  }

  /**
   * Of whole arrays.
   *
   * @param truth N classes, 0 to K - 1
   * @param predicted N classes
   */
  public static ConfusionMatrix of(int classes, int[] truth, int[] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          truth.length + " true classes, " + predicted.length + " predicted");
    }
    ConfusionMatrix matrix = of(classes);
    for (int i = 0; i < truth.length; i++) {
      matrix.add(truth[i], predicted[i]);
    }
    return matrix;
  }

  /** Counts one spectrum. */
  public void add(int truth, int predicted) {
    if (truth < 0 || truth >= classes || predicted < 0 || predicted >= classes) {
      throw new IllegalArgumentException(
          "class " + truth + " taken for " + predicted + " of " + classes);
    }
    counts[truth * classes + predicted]++;
  }

  /** Adds what {@code other} has counted of the same classes. */
  public void merge(ConfusionMatrix other) {
    if (other.classes != classes) {
      throw new IllegalArgumentException(other.classes + " classes into " + classes);
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** K. */
  public int classes() {
    return classes;
  }

  /** Spectra of class {@code truth} that were taken for {@code predicted}. */
  public long count(int truth, int predicted) {
    return counts[truth * classes + predicted];
  }

  public long total() {
    return Arrays.stream(counts).sum();
  }

  /** Spectra whose class this is. */
  public long support(int of) {
    long sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += count(of, k);
    }
    return sum;
  }

  /** Spectra that were taken for this class. */
  public long predicted(int as) {
    long sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += count(k, as);
    }
    return sum;
  }

  /**
   * Share of spectra whose class was found.
   *
   * @throws InputException when nothing was counted
   */
  public double accuracy() {
    requireSpectra();
    long right = 0;
    for (int k = 0; k < classes; k++) {
      right += count(k, k);
    }
    return (double) right / total();
  }

  /** Precision, recall and F1 of each class and their means. */
  public ClassScores scores() {
    requireSpectra();
    return ClassScores.of(this);
  }

  private void requireSpectra() {
    if (total() == 0) {
      throw noSpectra();
    }
  }

  static InputException noSpectra() {
    return InputException.of(
        FailureCode.TOO_FEW_SPECTRA,
        "evaluation",
        "there is no spectrum with both a label and a prediction",
        "Predict spectra that have labels, or check that both name the same datasets and frames.");
  }
}
