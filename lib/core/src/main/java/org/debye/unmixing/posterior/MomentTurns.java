package org.debye.unmixing.posterior;

/**
 * Ways from one point of the layout's coordinates to another that keep most of what a {@link
 * MomentChart} has as coordinates, with the volumes that they make. Not thread safe.
 */
final class MomentTurns {
  private final MomentChart chart;
  private final double[] turned;
  private final double[] vector = new double[3];

  MomentTurns(MomentChart chart) {
    this.chart = chart;
    turned = new double[chart.dimension()];
  }

  /**
   * Turns a point: another share of the corners among the weights, another triangle, the same mean,
   * covariance and noise.
   *
   * @param inside as of {@link MomentChart#enter}
   * @param by a rotation vector, after the point's own rotation
   * @param out the point that was turned, in the layout's coordinates
   * @return log of the volume of the layout's coordinates there less here, for equal volumes of
   *     rotations and of the coordinates that stay
   */
  double turn(double[] inside, double[] by, double[] out) {
    stand(inside, out);
    return turnFurther(by, out);
  }

  /**
   * Turns a point so that one endmember's weight becomes smaller and the endmember goes outward on
   * its ray from the mean, or the reverse: row k of the matrix, (sin t, cos t u), to another t with
   * the same u. Where a weight may vanish that leads to the tip of the cone, where hardly any
   * rotation is.
   *
   * @param inside as of {@link MomentChart#enter}
   * @param k the endmember
   * @param logRatio of tan t there to that here; their weights are as its square where they are
   *     small
   * @param out the point that was turned, in the layout's coordinates
   * @return as of {@link #turn}, and for equal volumes of the logarithm of tan t
   */
  double incline(double[] inside, int k, double logRatio, double[] out) {
    stand(inside, out);
    double[] o = chart.turning().matrix();
    double flat = Math.hypot(o[3 * k + 1], o[3 * k + 2]);
    double here = StrictMath.atan2(o[3 * k], flat);
    double there = StrictMath.atan(StrictMath.tan(here) * StrictMath.exp(logRatio));
    double[] by = {0, -(there - here) * o[3 * k + 2] / flat, (there - here) * o[3 * k + 1] / flat};
    return turnFurther(by, out) + logBelt(there) - logBelt(here);
  }

  /** Log of the area of the sphere at a latitude, by the logarithm of its tangent. */
  private static double logBelt(double latitude) {
    return 2 * StrictMath.log(StrictMath.cos(latitude))
        + StrictMath.log(Math.abs(StrictMath.sin(latitude)));
  }

  /** Takes a point and its rotation. */
  private void stand(double[] inside, double[] unused) {
    chart.enter(inside, turned);
    chart.leave(turned, unused);
  }

  private double turnFurther(double[] by, double[] out) {
    double before = chart.logJacobian(turned) - logVolume();
    chart.turning().vector(chart.turning().after(by), vector, 0);
    for (int i = 0; i < vector.length; i++) {
      turned[chart.rotationAt(i)] = vector[i];
    }
    chart.leave(turned, out);
    return chart.logJacobian(turned) - logVolume() - before;
  }

  /** Of the rotation vector where the point is. */
  private double logVolume() {
    for (int i = 0; i < vector.length; i++) {
      vector[i] = turned[chart.rotationAt(i)];
    }
    return chart.turning().logVolume(vector, 0);
  }

  /**
   * Moves a point along one coordinate of the chart.
   *
   * @param inside as of {@link MomentChart#enter}
   * @param out the point that was moved, in the layout's coordinates
   * @return log of the volume of the layout's coordinates there less here, for equal volumes of the
   *     chart's
   */
  double walk(double[] inside, int coordinate, double by, double[] out) {
    stand(inside, out);
    double before = chart.logJacobian(turned);
    turned[coordinate] += by;
    chart.leave(turned, out);
    return chart.logJacobian(turned) - before;
  }
}
