package org.debye.learning.binned;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightPlan;

/**
 * The points of spectra as records of two numbers, place and intensity, bin by bin: what the
 * networks of the bins get. Of R spectra each bin has M = R N_B records, spectrum by spectrum.
 */
final class BinPoints {
  private final int points;
  private final int bins;
  private final int each;
  private final Weight places;

  /**
   * Keeps the places as a buffer of the model, so that its weights alone say what it takes.
   *
   * @param axis value of each point of a spectrum
   */
  BinPoints(WeightPlan plan, double[] axis, BinSettings settings) {
    points = axis.length;
    bins = settings.bins();
    each = settings.pointsPerBin(axis.length);
    double[] values = new double[bins * each];
    for (int i = 0; i < values.length; i++) {
      int first = i / each * each;
      values[i] = settings.abscissa().of(axis[i], axis[first], axis[first + each - 1]);
    }
    places = plan.buffer("places", new Initial.Given(values), bins, 1, each);
  }

  /** N_B. */
  int each() {
    return each;
  }

  /** Points of a spectrum, with those that belong to no bin. */
  int points() {
    return points;
  }

  /**
   * The records.
   *
   * @param spectra (S, L, n)
   * @return (B, 2, S L N_B)
   */
  Tensor of(Tensor spectra) {
    if (spectra.size(2) != points) {
      throw new IllegalArgumentException(
          "spectra of " + spectra.size(2) + " points, where the axis has " + points);
    }
    long count = spectra.size(0) * spectra.size(1);
    Tensor intensities =
        spectra
            .reshape(count, points)
            .narrow(1, 0, (long) bins * each)
            .view(count, bins, each)
            .transpose(0, 1)
            .reshape(bins, 1, count * each);
    Tensor where =
        places.tensor().expand(new long[] {bins, count, each}, false).reshape(bins, 1, -1);
    return torch.cat(new TensorVector(where, intensities), 1);
  }

  /** A label for each record of a bin, from one for each spectrum. */
  int[] labels(int[] ofSpectra) {
    int[] labels = new int[ofSpectra.length * each];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = ofSpectra[i / each];
    }
    return labels;
  }
}
