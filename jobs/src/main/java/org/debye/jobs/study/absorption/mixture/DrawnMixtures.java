package org.debye.jobs.study.absorption.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.jobs.study.absorption.ElementTask;
import org.debye.jobs.study.absorption.SiteSpectra;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.probe.MeasuredTargets;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.absorption.SiteMixture;
import org.debye.simulation.absorption.SiteMixtures;

/**
 * Spectra of mixtures. In the order of {@link SiteSpectra}: the mean over sites is moved along the
 * energy, gets its noise in edge steps, and is then brought to mean 0 and variance 1.
 *
 * @param seen by models
 * @param edgeSteps the same before scaling
 * @param mixtures what they are of
 */
record DrawnMixtures(HeldSpectra seen, List<float[]> edgeSteps, List<SiteMixture> mixtures) {

  /**
   * Draws them.
   *
   * @param some numbers of the sites that may be mixed
   * @param count of mixtures
   * @param most sites of each
   * @param streams of this part: each mixture is known by its number
   */
  static DrawnMixtures of(
      ElementTask task,
      SiteSpectra spectra,
      MixtureRecipe recipe,
      int[] some,
      int count,
      int most,
      RandomStreams streams) {
    SiteMixtures drawn =
        SiteMixtures.of(
            some, task.sites().labels(), task.classes().size(), most, streams.under("mixture"));
    HeldSpectra seen = new HeldSpectra(task.window().grid().points());
    List<float[]> edgeSteps = new ArrayList<>(count);
    List<SiteMixture> mixtures = new ArrayList<>(count);
    RandomStreams treatment = streams.under("treatment");
    for (int i = 0; i < count; i++) {
      SiteMixture mixture = drawn.at(i);
      RandomStream random = treatment.at(i);
      float[] values = spectra.mixed(mixture, recipe.shift() * (2 * random.nextDouble() - 1));
      for (int p = 0; p < values.length && recipe.noise() > 0; p++) {
        values[p] += (float) (recipe.noise() * random.nextGaussian());
      }
      mixtures.add(mixture);
      edgeSteps.add(values);
      seen.add(scaled(values, task.element() + ", mixture " + i));
    }
    return new DrawnMixtures(seen, edgeSteps, mixtures);
  }

  /** Measured spectra as models see them. */
  static HeldSpectra seen(List<AskedSpectrum> asked, int points) {
    HeldSpectra seen = new HeldSpectra(points);
    asked.forEach(one -> seen.add(scaled(one.values(), one.name())));
    return seen;
  }

  private static float[] scaled(float[] values, String where) {
    float[] scaled = values.clone();
    SiteSpectra.scale(scaled, where);
    return scaled;
  }

  /** Fractions, N x C, row major. */
  double[] truth() {
    return mixtures.stream().flatMapToDouble(one -> Arrays.stream(one.fractions())).toArray();
  }

  /** The same as what is learnt. */
  MeasuredTargets targets(int classes) {
    double[] truth = truth();
    float[] values = new float[truth.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) truth[i];
    }
    return MeasuredTargets.complete(classes, values);
  }
}
