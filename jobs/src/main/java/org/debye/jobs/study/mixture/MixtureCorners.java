package org.debye.jobs.study.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.debye.study.NoiseScale;
import org.debye.study.SimulatedDataset;
import org.debye.study.StudyDataset;

/**
 * The four datasets nearest to the corners of the plane of alpha1 and sigma: little and much mixed,
 * little and much noise. Nearness is measured in ranks, so that neither scale matters.
 */
final class MixtureCorners {
  private MixtureCorners() {}

  /** At most four, little noise first, and within that little mixing first. */
  static List<StudyDataset> of(List<StudyDataset> datasets) {
    List<StudyDataset> first = datasets.stream().filter(one -> one.number() == 0).toList();
    double[] alpha1 = first.stream().mapToDouble(StudyDataset::alpha1).toArray();
    double[] sigma = first.stream().mapToDouble(MixtureCorners::sigma).toArray();
    double[] across = ranks(alpha1);
    double[] up = ranks(sigma);
    Set<StudyDataset> corners = new LinkedHashSet<>();
    for (int corner = 0; corner < 4; corner++) {
      corners.add(first.get(nearest(across, up, corner % 2 == 1, corner >= 2)));
    }
    return new ArrayList<>(corners);
  }

  /** The noise scale of a dataset; where it is drawn, it is drawn here as the dataset draws it. */
  private static double sigma(StudyDataset dataset) {
    return dataset.scale() instanceof NoiseScale.Fixed fixed
        ? fixed.sigma()
        : SimulatedDataset.of(dataset).inferring().sigma();
  }

  private static int nearest(double[] across, double[] up, boolean mixed, boolean noisy) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < across.length; i++) {
      double distance = Math.hypot(across[i] - (mixed ? 1 : 0), up[i] - (noisy ? 1 : 0));
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** 0 for the least value, 1 for the greatest, equal ones alike. */
  private static double[] ranks(double[] values) {
    double[] distinct = Arrays.stream(values).distinct().sorted().toArray();
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] =
          Arrays.binarySearch(distinct, values[i]) / (double) Math.max(1, distinct.length - 1);
    }
    return ranks;
  }
}
