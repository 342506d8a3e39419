package org.debye.jobs.study.absorption.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.debye.jobs.study.absorption.ElementTask;
import org.debye.jobs.study.absorption.SiteSpectra;
import org.debye.simulation.absorption.SiteMixture;
import org.debye.spectra.absorption.ShiftedWindow;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.endmember.Endmembers;

/**
 * What linear combination fitting says of a spectrum in edge steps: non-negative least squares on
 * the mean spectra of the classes, all moved by the same one of a row of shifts, that which leaves
 * least; weights are divided by their sum. Not thread safe.
 */
final class ClassMeans {
  private final int classes;
  private final double[][] moved;
  private final AbundanceSolver[] solvers;

  private ClassMeans(int classes, double[][] moved) {
    this.classes = classes;
    this.moved = moved;
    solvers = new AbundanceSolver[moved.length];
    for (int s = 0; s < moved.length; s++) {
      int points = moved[s].length / classes;
      Endmembers pure = new Endmembers(classes, points, moved[s], new int[0]);
      solvers[s] = AbundanceSolver.of(pure, new AbundanceMethod.NonNegative());
    }
  }

  /**
   * The means of some sites.
   *
   * @param some numbers of sites, one of each class at least
   * @param reach eV, shifts to either side at the steps of the grid
   */
  static ClassMeans of(ElementTask task, SiteSpectra spectra, int[] some, double reach) {
    int classes = task.classes().size();
    double step = task.window().measured().step();
    int steps =
        Math.min(task.window().margin(), ShiftedWindow.margin(task.window().measured(), reach));
    double[][] moved = new double[2 * steps + 1][];
    for (int s = 0; s < moved.length; s++) {
      double shift = (s - steps) * step;
      moved[s] =
          IntStream.range(0, classes)
              .mapToObj(k -> spectra.mixed(mean(task, some, k), shift))
              .flatMapToDouble(ClassMeans::doubles)
              .toArray();
    }
    return new ClassMeans(classes, moved);
  }

  private static SiteMixture mean(ElementTask task, int[] some, int number) {
    int[] labels = task.sites().labels();
    int[] own = Arrays.stream(some).filter(site -> labels[site] == number).toArray();
    double[] weights = new double[own.length];
    Arrays.fill(weights, 1.0 / own.length);
    return new SiteMixture(own, weights, new double[0]);
  }

  private static DoubleStream doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  /** Fractions in N spectra, N x C, row major. */
  double[] fractions(List<float[]> spectra) {
    double[] all = new double[spectra.size() * classes];
    for (int i = 0; i < spectra.size(); i++) {
      System.arraycopy(fractions(spectra.get(i)), 0, all, i * classes, classes);
    }
    return all;
  }

  private double[] fractions(float[] spectrum) {
    double[] values = doubles(spectrum).toArray();
    double[] best = new double[classes];
    double least = Double.POSITIVE_INFINITY;
    double[] weights = new double[classes];
    for (int s = 0; s < moved.length; s++) {
      solvers[s].solve(values, 0, weights, 0);
      double left = left(values, moved[s], weights);
      if (left < least) {
        least = left;
        System.arraycopy(weights, 0, best, 0, classes);
      }
    }
    double sum = Arrays.stream(best).sum();
    Arrays.setAll(best, k -> sum > 0 ? best[k] / sum : 1.0 / classes);
    return best;
  }

  private static double left(double[] values, double[] pure, double[] weights) {
    double squares = 0;
    for (int p = 0; p < values.length; p++) {
      double off = values[p];
      for (int k = 0; k < weights.length; k++) {
        off -= weights[k] * pure[k * values.length + p];
      }
      squares += off * off;
    }
    return squares;
  }
}
