package org.debye.inference.transform;

/**
 * x = u, for parameters without bounds.
 *
 * @param values how many
 */
public record IdentityTransform(int values) implements Transform {

  @Override
  public int coordinates() {
    return values;
  }

  @Override
  public double constrain(double[] u, int uAt, double[] x, int xAt) {
    System.arraycopy(u, uAt, x, xAt, values);
    return 0;
  }

  @Override
  public void pullBack(double[] u, int uAt, double[] x, int xAt, double[] dx, double[] du) {
    System.arraycopy(dx, xAt, du, uAt, values);
  }

  @Override
  public void unconstrain(double[] x, int xAt, double[] u, int uAt) {
    System.arraycopy(x, xAt, u, uAt, values);
  }
}
