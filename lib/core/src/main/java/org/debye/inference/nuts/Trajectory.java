package org.debye.inference.nuts;

/** One trajectory and how it ended; the draw is a point of it. */
public sealed interface Trajectory {

  Path path();

  default boolean diverging() {
    return this instanceof Diverged;
  }

  /** The same with another log density, where the draw was moved on after the trajectory. */
  default Trajectory at(double logDensity) {
    Path moved =
        new Path(path().depth(), path().steps(), path().acceptance(), logDensity, path().energy());
    if (this instanceof TurnedBack) {
      return new TurnedBack(moved);
    }
    return this instanceof Diverged ? new Diverged(moved) : new DepthReached(moved);
  }

  /** It began to turn back. */
  record TurnedBack(Path path) implements Trajectory {}

  /** It had doubled as often as it may, and had not yet turned back. */
  record DepthReached(Path path) implements Trajectory {}

  /** Its energy error passed the limit. */
  record Diverged(Path path) implements Trajectory {}

  /**
   * What a trajectory was like, in Stan's definitions.
   *
   * @param depth completed doublings (Stan's {@code treedepth__}): a doubling that turned back or
   *     diverged within itself is not counted
   * @param steps leapfrog steps, those of an abandoned doubling among them: 2^depth - 1 where there
   *     was none (Stan's {@code n_leapfrog__})
   * @param acceptance mean over the steps of min(1, exp(energy at start - energy)) (Stan's {@code
   *     accept_stat__})
   * @param logDensity at the draw
   * @param energy at the draw: kinetic energy less log density (Stan's {@code energy__})
   */
  record Path(int depth, int steps, double acceptance, double logDensity, double energy) {}
}
