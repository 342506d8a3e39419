package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.numeric.RandomStream;

/**
 * Normal, by each observation's mode and curvature ({@link AbundancePlacement}), made wider: half
 * of it a little, half much, since towards an edge of the simplex the density falls off more slowly
 * than a normal one.
 */
final class NormalProposal implements AbundanceProposal {
  private static final double WIDER = 1.4;
  private static final double MUCH_WIDER = 4;

  /** Of the proposals, those that are much wider. */
  private static final double SHARE = 0.5;

  private static final int COUNT = 13;

  private final int sticks;
  private final AbundancePlacement placement;
  private final double[][] deviate;
  private final double[] square = new double[Lanes.COUNT];
  private Shapes shapes;

  NormalProposal(MixingLayout layout) {
    sticks = layout.endmembers() - 1;
    placement = new AbundancePlacement(layout, Exponentials.fastest());
    shapes = new Shapes(layout.endmembers());
    deviate = Lanes.rows(sticks);
  }

  @Override
  public int count() {
    return COUNT;
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
    Arrays.fill(square, 0);
    for (int l = 0; l < lanes; l++) {
      double width = random.nextDouble() < SHARE ? MUCH_WIDER : WIDER;
      for (int k = 0; k < sticks; k++) {
        deviate[k][l] = width * random.nextGaussian();
        square[l] += deviate[k][l] * deviate[k][l];
      }
      minusLog[l] =
          -StrictMath.log(
              (1 - SHARE) * density(square[l], WIDER) + SHARE * density(square[l], MUCH_WIDER));
    }
    for (int k = 0; k < sticks; k++) {
      System.arraycopy(placement.centre[k], 0, coordinates[k], 0, Lanes.COUNT);
      for (int j = 0; j <= k; j++) {
        Lanes.addProduct(placement.spread[ResidualRows.entry(k, j)], deviate[j], coordinates[k]);
      }
    }
  }

  /** Of deviates of this width, but for a constant. */
  private double density(double square, double width) {
    return StrictMath.exp(-0.5 * square / (width * width)) / StrictMath.pow(width, sticks);
  }
}
