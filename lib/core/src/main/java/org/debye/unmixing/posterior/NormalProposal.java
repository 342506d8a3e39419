package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.numeric.RandomStream;

/** Normal, by each observation's mode and curvature ({@link AbundancePlacement}), made wider. */
final class NormalProposal implements AbundanceProposal {
  private static final double WIDER = 1.4;

  private final int sticks;
  private final AbundancePlacement placement;
  private final double[][] deviate;
  private Shapes shapes;

  NormalProposal(MixingLayout layout) {
    sticks = layout.endmembers() - 1;
    placement = new AbundancePlacement(layout, Exponentials.fastest());
    shapes = new Shapes(layout.endmembers());
    deviate = Lanes.rows(sticks);
  }

  @Override
  public void begin(MixingGlobals globals, Shapes given, double[] position, int endmembersAt) {
    shapes = given;
  }

  @Override
  public void load(int start, int lanes, ResidualRows residuals, RandomStream random) {
    placement.place(shapes, residuals);
  }

  /** The density is of what {@link StickRow#LIMIT} leaves of the coordinates. */
  @Override
  public void propose(
      int number, int lanes, RandomStream random, double[][] coordinates, double[] minusLog) {
    Arrays.fill(minusLog, 0);
    for (int k = 0; k < sticks; k++) {
      for (int l = 0; l < lanes; l++) {
        double z = random.nextGaussian();
        deviate[k][l] = WIDER * z;
        minusLog[l] += 0.5 * z * z;
      }
    }
    for (int k = 0; k < sticks; k++) {
      System.arraycopy(placement.centre[k], 0, coordinates[k], 0, Lanes.COUNT);
      for (int j = 0; j <= k; j++) {
        Lanes.addProduct(placement.spread[ResidualRows.entry(k, j)], deviate[j], coordinates[k]);
      }
    }
  }
}
