package org.debye.spectra.duplicate;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.absorption.AbsorbingSite;
import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.simulation.absorption.XanesElement;

/**
 * Seconds to remove duplicates of one absorber's spectra of 100 points: simulated sites of
 * manganese, each several times with shifts of up to 1 eV and heights that differ by 1 %.
 * Arguments: number of spectra, 190000 when left out; threshold, 0.015.
 */
public final class DuplicateRemovalSpeed {
  private static final int CHECKED = 200;

  private DuplicateRemovalSpeed() {}

  /** Prints what was kept and how long it took; compares some answers with all kept spectra. */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 190_000;
    double threshold = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.015;
    float[] spectra = spectra(count);
    int points = spectra.length / count;
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long began = System.nanoTime();
    int[] answers = DuplicateRemoval.of(spectra, points, threshold);
    double seconds = (System.nanoTime() - began) / 1e9;
    double processor =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d spectra of %d points, threshold %s: %,d kept, %.1f s of the processor, %.1f s in"
            + " all%n",
        count,
        points,
        threshold,
        Arrays.stream(answers).filter(answer -> answer == DuplicateRemoval.KEPT).count(),
        processor,
        seconds);
    for (int k = 1; k <= CHECKED; k++) {
      check(spectra, points, threshold, answers, (int) ((long) k * (count - 1) / CHECKED));
    }
    System.out.println(CHECKED + " answers are those of comparing with all kept spectra");
  }

  private static void check(
      float[] spectra, int points, double threshold, int[] answers, int place) {
    int expected = DuplicateRemoval.KEPT;
    for (int j = 0; j < place && expected == DuplicateRemoval.KEPT; j++) {
      boolean kept = answers[j] == DuplicateRemoval.KEPT;
      if (kept
          && DuplicateRemoval.distance(spectra, j * points, spectra, place * points, points)
              < threshold) {
        expected = j;
      }
    }
    if (answers[place] != expected) {
      throw new IllegalStateException(place + ": " + answers[place] + " in place of " + expected);
    }
  }

  private static float[] spectra(int count) {
    SimulatedXanes xanes = new SimulatedXanes(XanesElement.MN, 1, 1);
    int points = xanes.grid().points();
    float[] all = new float[count * points];
    AbsorbingSite[] sites = new AbsorbingSite[Math.min(count, xanes.sites())];
    for (int i = 0; i < count; i++) {
      int site = i % sites.length;
      if (sites[site] == null) {
        sites[site] = xanes.site(site);
      }
      RandomStream random = RandomStreams.of(2).at("copy", i);
      double shift = 2 * random.nextDouble() - 1;
      double height = 1 + 0.01 * random.nextGaussian();
      float[] one = xanes.spectrum(site, sites[site], xanes.grid(), shift);
      for (int p = 0; p < points; p++) {
        all[i * points + p] = (float) (height * one[p]);
      }
    }
    return all;
  }
}
