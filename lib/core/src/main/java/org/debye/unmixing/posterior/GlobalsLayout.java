package org.debye.unmixing.posterior;

import java.io.Serializable;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;

/**
 * How one vector holds all parameters but the abundances: w (K), C (K x D row major, which is
 * Stan's order of a D x K matrix), s (D), then the strictly lower entries of each correlation
 * factor, column by column, one factor after another, then what else is inferred: the order of
 * {@link MixingLayout#constrain}.
 *
 * @param endmembers K
 * @param dimensions D
 * @param factors correlation factors: 1, or K where each endmember has its own
 * @param others further parameters, which no relabelling changes
 */
public record GlobalsLayout(int endmembers, int dimensions, int factors, int others)
    implements Serializable {

  public GlobalsLayout {
    if (endmembers < 1 || dimensions < 1 || others < 0 || (factors != 1 && factors != endmembers)) {
      throw new IllegalArgumentException("no layout of " + endmembers + " endmembers");
    }
  }

  /** Of a model all of whose hyperparameters are known. */
  public static GlobalsLayout of(MixingModel model) {
    return new GlobalsLayout(model.endmembers(), model.dimensions(), model.correlationFactors(), 0);
  }

  /** Of the globals that a density's layout writes. */
  public static GlobalsLayout of(MixingLayout layout) {
    return new GlobalsLayout(
        layout.endmembers(),
        layout.dimensions(),
        layout.correlationFactors(),
        layout.concentrationInferred() ? 1 : 0);
  }

  /** How many numbers the vector has. */
  public int width() {
    return correlationAt() + factors * correlations() + others;
  }

  /** Where C begins. */
  public int endmembersAt() {
    return endmembers;
  }

  /** Where s begins. */
  public int scalesAt() {
    return endmembers * (1 + dimensions);
  }

  /** Where the correlation factors begin. */
  public int correlationAt() {
    return scalesAt() + dimensions;
  }

  /** Strictly lower entries of one factor. */
  public int correlations() {
    return dimensions * (dimensions - 1) / 2;
  }

  /** The globals of a mixture, without others. */
  public double[] globals(Mixture mixture) {
    double[] globals = new double[width()];
    System.arraycopy(mixture.weights(), 0, globals, 0, endmembers);
    System.arraycopy(mixture.endmembers(), 0, globals, endmembers, endmembers * dimensions);
    System.arraycopy(mixture.scales(), 0, globals, scalesAt(), dimensions);
    int at = correlationAt();
    for (int factor = 0; factor < factors; factor++) {
      for (int column = 0; column < dimensions; column++) {
        for (int row = column + 1; row < dimensions; row++) {
          globals[at++] = mixture.correlation()[(factor * dimensions + row) * dimensions + column];
        }
      }
    }
    return globals;
  }

  /** C of a vector of globals, K x D row major. */
  public double[] endmembers(double[] globals) {
    double[] coordinates = new double[endmembers * dimensions];
    System.arraycopy(globals, endmembersAt(), coordinates, 0, coordinates.length);
    return coordinates;
  }

  /**
   * Renames the endmembers of one vector.
   *
   * @param from vector, read from {@code fromAt}
   * @param labels label in {@code from} that becomes label k, K entries from {@code labelsAt}
   * @param to another array, written from {@code toAt}
   */
  public void relabel(
      double[] from, int fromAt, int[] labels, int labelsAt, double[] to, int toAt) {
    System.arraycopy(from, fromAt, to, toAt, width());
    int c = endmembersAt();
    int lower = correlations();
    for (int k = 0; k < endmembers; k++) {
      int old = labels[labelsAt + k];
      to[toAt + k] = from[fromAt + old];
      System.arraycopy(
          from, fromAt + c + old * dimensions, to, toAt + c + k * dimensions, dimensions);
      if (factors > 1) {
        int at = correlationAt();
        System.arraycopy(from, fromAt + at + old * lower, to, toAt + at + k * lower, lower);
      }
    }
  }

  /** The vector with its endmembers renamed: label {@code labels[k]} becomes label k. */
  public double[] relabelled(double[] globals, int[] labels) {
    double[] out = new double[width()];
    relabel(globals, 0, labels, 0, out, 0);
    return out;
  }
}
