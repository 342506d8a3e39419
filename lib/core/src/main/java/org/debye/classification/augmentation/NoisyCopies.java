package org.debye.classification.augmentation;

import java.util.List;
import org.debye.classification.ClassLabels;
import org.debye.classification.LabelledSpectra;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * Copies of each spectrum with noise that is uniform on [0, amplitude) added at every point, beside
 * the spectrum itself, as in the programs of Sun's thesis. The noise is one-sided: it raises the
 * mean by half of its amplitude. It is in units of the intensity, which the thesis scales to about
 * 1 at the highest peak.
 *
 * @param copies of each spectrum, at least 0
 * @param amplitude at least 0
 */
public record NoisyCopies(int copies, double amplitude) implements SpectrumCopies {
  /** Chapter 5: 50 copies with noise below 1/6; 31 spectra become 1,581. */
  public static final NoisyCopies THESIS = new NoisyCopies(50, 1 / 6.0);

  /** Chapter 4, the binned networks: 10 copies with noise below 1/12. */
  public static final NoisyCopies BINNED = new NoisyCopies(10, 1 / 12.0);

  public NoisyCopies {
    if (copies < 0 || !(amplitude >= 0 && amplitude < Double.POSITIVE_INFINITY)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "copies",
          copies + " copies with noise up to " + amplitude,
          "Give numbers that are at least 0.");
    }
  }

  /**
   * Writes one copy. Its noise depends on the seed, the record and the copy's number alone.
   *
   * @param spectra P values from {@code at}
   * @param points P
   * @param copy 0 for the spectrum itself, 1 to copies for those with noise
   * @param out P values from {@code to}; overwritten
   * @param streams keyed by the seed and the dataset
   */
  public void write(
      float[] spectra,
      int at,
      int points,
      int frame,
      int copy,
      float[] out,
      int to,
      RandomStreams streams) {
    System.arraycopy(spectra, at, out, to, points);
    if (copy > 0) {
      change(out, to, points, copy, streams.at(stream(), frame, copy));
    }
  }

  @Override
  public String stream() {
    return "noisy copy";
  }

  @Override
  public void change(float[] spectra, int at, int points, int copy, RandomStream noise) {
    for (int p = 0; p < points; p++) {
      spectra[at + p] += (float) (amplitude * noise.nextDouble());
    }
  }

  /**
   * Every spectrum, followed by its copies.
   *
   * @param datasets of each spectrum
   * @param frames of each spectrum
   * @param streams keyed by the seed
   */
  public LabelledSpectra of(
      LabelledSpectra spectra, List<String> datasets, int[] frames, RandomStreams streams) {
    int points = spectra.points();
    int each = copies + 1;
    if (datasets.size() != spectra.count() || frames.length != spectra.count()) {
      throw new IllegalArgumentException("names of another number of spectra");
    }
    float[] out = new float[Math.multiplyExact(Math.multiplyExact(spectra.count(), each), points)];
    int[] labels = new int[spectra.count() * each];
    for (int i = 0; i < labels.length; i++) {
      int record = i / each;
      labels[i] = spectra.labels().values()[record];
      write(
          spectra.intensities(),
          record * points,
          points,
          frames[record],
          i % each,
          out,
          i * points,
          streams.under(datasets.get(record)));
    }
    return new LabelledSpectra(points, out, new ClassLabels(spectra.labels().names(), labels));
  }
}
