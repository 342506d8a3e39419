package org.debye.jobs.study.encoder;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.SpectraClassifier;
import org.debye.exploration.Affinity;
import org.debye.exploration.Partition;
import org.debye.exploration.PrincipalAxes;
import org.debye.exploration.SpectralClustering;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.data.SpectrumSource;
import org.debye.spectra.mixing.Observations;

/** What tells the class of every frame by the labels of some. */
interface Learner {

  /**
   * Learns and answers.
   *
   * @return probabilities of each class for each frame, row major
   */
  double[] probabilities(LabelDraw draw);

  /** One that is fitted at once, to all labels of the draw. */
  static Learner fitted(SpectraClassifier classifier, LabelledSpectra all) {
    return draw -> {
      int[] given =
          IntStream.concat(Arrays.stream(draw.training()), Arrays.stream(draw.validation()))
              .sorted()
              .toArray();
      return classifier.fit(all.of(given)).probabilities(all.intensities());
    };
  }

  /**
   * Spectral clustering of all spectra, on their principal components, into as many clusters as
   * there are classes; a cluster's frames have the classes of its labels, in their shares, and
   * those of a cluster without a label the shares of all labels.
   */
  static Learner clusters(SpectrumSource spectra, ClassLabels labels, long seed) {
    Observations components = components(spectra);
    int classes = labels.classes();
    int[] clusters =
        new SpectralClustering(new Affinity.NearestNeighbours(10), Partition.K_MEANS, 10, seed)
            .labels("spectra", components, classes);
    return draw -> shares(clusters, labels, draw);
  }

  private static double[] shares(int[] clusters, ClassLabels labels, LabelDraw draw) {
    int classes = labels.classes();
    double[][] counts = new double[classes][classes];
    double[] all = new double[classes];
    IntStream.concat(Arrays.stream(draw.training()), Arrays.stream(draw.validation()))
        .forEach(
            i -> {
              counts[clusters[i]][labels.values()[i]]++;
              all[labels.values()[i]]++;
            });
    double[] rows = new double[clusters.length * classes];
    for (int i = 0; i < clusters.length; i++) {
      double[] own = counts[clusters[i]];
      double sum = Arrays.stream(own).sum();
      double[] shares = sum == 0 ? all : own;
      double whole = sum == 0 ? Arrays.stream(all).sum() : sum;
      for (int k = 0; k < classes; k++) {
        rows[i * classes + k] = shares[k] / whole;
      }
    }
    return rows;
  }

  /** Scores of the leading components, which hold 99 % of the variance. */
  static Observations components(SpectrumSource spectra) {
    int points = spectra.points();
    double[] values = new double[Math.multiplyExact(spectra.size(), points)];
    float[] row = new float[points];
    for (int i = 0; i < spectra.size(); i++) {
      spectra.read(i, row, 0);
      for (int p = 0; p < points; p++) {
        values[i * points + p] = row[p];
      }
    }
    PrincipalAxes axes =
        PrincipalAxes.of("spectra", new Observations(spectra.size(), points, values));
    int found = axes.variances().length;
    int kept = 0;
    double part = 0;
    while (kept < found && part < 0.99 * axes.total()) {
      part += axes.variances()[kept++];
    }
    double[] scores = new double[spectra.size() * kept];
    for (int i = 0; i < spectra.size(); i++) {
      System.arraycopy(axes.scores(), i * found, scores, i * kept, kept);
    }
    return new Observations(spectra.size(), kept, scores);
  }

  /** Components as what a linear layer takes: of variance 1 in all. */
  static HeldSpectra scaled(Observations components) {
    double power = Arrays.stream(components.values()).map(score -> score * score).sum();
    double deviation = Math.sqrt(power / components.count());
    HeldSpectra held = new HeldSpectra(components.dimensions());
    for (int i = 0; i < components.count(); i++) {
      float[] row = new float[components.dimensions()];
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) (components.values()[i * row.length + j] / deviation);
      }
      held.add(row);
    }
    return held;
  }
}
