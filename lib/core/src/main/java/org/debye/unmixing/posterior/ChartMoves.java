package org.debye.unmixing.posterior;

import org.debye.inference.nuts.Companion;

/**
 * {@link MetropolisMoves}, some at a time, of a chain that walks in a {@link GlobalsChart}.
 *
 * @param density that the moves leave as it is, in the layout's coordinates
 * @param chart of that density
 * @param times how many at a time
 */
record ChartMoves(MarginalDensity density, GlobalsChart chart, MetropolisMoves each, int times)
    implements Companion {

  @Override
  public boolean move(double[] charted) {
    double[] point = new double[density.dimension()];
    chart.leave(charted, point);
    long before = each.taken();
    each.move(times, point, density.logDensity(point));
    if (each.taken() == before) {
      return false;
    }
    chart.enter(point, charted);
    return true;
  }
}
