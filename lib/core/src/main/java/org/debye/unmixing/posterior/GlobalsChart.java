package org.debye.unmixing.posterior;

import org.debye.inference.LogDensity;

/** A density of the globals in coordinates of its own, which chains walk in. */
interface GlobalsChart extends LogDensity {
  /** Smallest weight of draws at which endmembers still have a place. */
  double LEAST_WEIGHT = 0.03;

  /** Observations so much mixed tell little but their moments, weights that vanish or not. */
  double MIXED = 4;

  /** {@link ObservedMoments#significance} from which they tell these sharply. */
  double SHARP = 7;

  /**
   * The best there is for such a model.
   *
   * @param inner density of the globals in the coordinates of the layout
   * @param joint the density that it is a marginal of
   * @param draws in the layout's coordinates, as many as there are: where weights come near 0, the
   *     endmember is anywhere in its prior, which is a cone in the moments' coordinates
   */
  static GlobalsChart of(LogDensity inner, MixingDensity joint, double[][] draws) {
    boolean moments =
        MomentChart.fits(joint.model()) && (tellsMoments(joint) || !mayVanish(joint, draws));
    return moments ? MomentChart.of(inner, joint) : new LayoutChart(inner);
  }

  /** Whether the data determine moments, sharply, and little else. */
  private static boolean tellsMoments(MixingDensity joint) {
    return joint.model().alpha1() >= MIXED
        && ObservedMoments.of(joint.observations()).significance(joint.model()) >= SHARP;
  }

  /** Whether a weight comes near 0. */
  private static boolean mayVanish(MixingDensity joint, double[][] draws) {
    double[] globals = new double[joint.layout().globals()];
    double least = Double.POSITIVE_INFINITY;
    for (double[] draw : draws) {
      joint.layout().constrain(draw, globals);
      for (int k = 0; k < joint.layout().endmembers(); k++) {
        least = Math.min(least, globals[k]);
      }
    }
    return least < LEAST_WEIGHT;
  }

  /**
   * From the coordinates of the layout to these.
   *
   * @param inside at least as long as the dimension; the rest is not read
   */
  void enter(double[] inside, double[] position);

  /**
   * From these coordinates to those of the layout.
   *
   * @param inside at least as long as the dimension; the rest is left as it is
   */
  void leave(double[] position, double[] inside);

  /** Log of the volume of the layout's coordinates for one of these. */
  double logJacobian(double[] position);

  /** The coordinates of the layout themselves. */
  record LayoutChart(LogDensity inner) implements GlobalsChart {
    @Override
    public int dimension() {
      return inner.dimension();
    }

    @Override
    public double evaluate(double[] position, double[] gradient) {
      return inner.evaluate(position, gradient);
    }

    @Override
    public void enter(double[] inside, double[] position) {
      System.arraycopy(inside, 0, position, 0, dimension());
    }

    @Override
    public void leave(double[] position, double[] inside) {
      System.arraycopy(position, 0, inside, 0, dimension());
    }

    @Override
    public double logJacobian(double[] position) {
      return 0;
    }
  }
}
