package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.inference.nuts.Trajectory;

/** Draws of the globals with the sampler's statistics, as many as come. */
final class ChainRecord {
  private final MixingDensity density;
  private final GlobalsLayout layout;
  private final double[] globals;
  private final AbundanceDraws kept;
  private int size;
  private double[] values = new double[0];
  private double[] logLikelihood = new double[0];
  private double[] lp = new double[0];
  private double[] acceptance = new double[0];
  private double[] stepSize = new double[0];
  private double[] energy = new double[0];
  private int[] depth = new int[0];
  private int[] steps = new int[0];
  private boolean[] diverging = new boolean[0];

  ChainRecord(MixingDensity density, int keptDraws) {
    this.density = density;
    layout = GlobalsLayout.of(density.layout());
    globals = new double[layout.width()];
    kept = new AbundanceDraws(density.layout(), keptDraws);
  }

  void add(double[] position, Trajectory trajectory, double step) {
    Trajectory.Path path = trajectory.path();
    addDraw(position, path.logDensity());
    int at = size - 1;
    acceptance[at] = path.acceptance();
    stepSize[at] = step;
    energy[at] = path.energy();
    depth[at] = path.depth();
    steps[at] = path.steps();
    diverging[at] = trajectory.diverging();
  }

  /** A draw that no trajectory made: its statistics but lp are NaN, 0 and false. */
  void addIndependent(double[] position, double logDensity) {
    addDraw(position, logDensity);
    acceptance[size - 1] = Double.NaN;
    stepSize[size - 1] = Double.NaN;
    energy[size - 1] = Double.NaN;
  }

  private void addDraw(double[] position, double logDensity) {
    if (size == lp.length) {
      grow(Math.max(256, 2 * size));
    }
    density.constrain(position, globals);
    System.arraycopy(globals, 0, values, size * globals.length, globals.length);
    logLikelihood[size] = density.logLikelihood(position);
    lp[size] = logDensity;
    kept.take(position);
    size++;
  }

  private void grow(int room) {
    values = Arrays.copyOf(values, room * layout.width());
    logLikelihood = Arrays.copyOf(logLikelihood, room);
    lp = Arrays.copyOf(lp, room);
    acceptance = Arrays.copyOf(acceptance, room);
    stepSize = Arrays.copyOf(stepSize, room);
    energy = Arrays.copyOf(energy, room);
    depth = Arrays.copyOf(depth, room);
    steps = Arrays.copyOf(steps, room);
    diverging = Arrays.copyOf(diverging, room);
  }

  int size() {
    return size;
  }

  /** How many trajectories diverged. */
  int divergences() {
    int count = 0;
    for (int draw = 0; draw < size; draw++) {
      count += diverging[draw] ? 1 : 0;
    }
    return count;
  }

  GlobalsLayout layout() {
    return layout;
  }

  AbundanceDraws abundances() {
    return kept;
  }

  double[] values() {
    return Arrays.copyOf(values, size * layout.width());
  }

  double[] logLikelihood() {
    return Arrays.copyOf(logLikelihood, size);
  }

  /** Labels for the draws so far, begun from the draw of the highest density. */
  Relabelling relabelling() {
    int pivot = 0;
    for (int draw = 1; draw < size; draw++) {
      pivot = lp[draw] > lp[pivot] ? draw : pivot;
    }
    return Relabelling.of(values(), layout, pivot);
  }

  ChainDraws draws() {
    SamplerStatistics statistics =
        new SamplerStatistics(
            Arrays.copyOf(lp, size),
            Arrays.copyOf(acceptance, size),
            Arrays.copyOf(stepSize, size),
            Arrays.copyOf(depth, size),
            Arrays.copyOf(steps, size),
            Arrays.copyOf(diverging, size),
            Arrays.copyOf(energy, size));
    return new ChainDraws(density.globalNames(), values(), statistics);
  }
}
