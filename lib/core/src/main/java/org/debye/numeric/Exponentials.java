package org.debye.numeric;

import java.util.ServiceLoader;

/**
 * exp, sinh and cosh of a row of {@link #LANES} numbers, for kernels that need them by the hundred.
 * Every implementation gives the same bits on every machine: exp(x) = 2^n (cosh r + sinh r) with n
 * the integer nearest to x / log 2 and |r| at most log(2) / 2, by the same fused multiply-adds in
 * the same order. The polynomials are those through the values at Chebyshev nodes and agree with
 * cosh r and sinh(r) / r to 2e-17; r is exact to 1e-17 of x (Cody and Waite's two constants,
 * fused). Results are within 1e-15 of themselves, sinh within 1e-15 of cosh. An instance holds a
 * workspace: one a thread.
 */
public interface Exponentials {
  /** Numbers of a row: a constant, since compilers make better loops of what they know. */
  int LANES = 128;

  /**
   * exp(x), where |x| is at most 708; otherwise the result means nothing.
   *
   * @param x a row; not modified
   * @param exp a row; overwritten
   */
  void exp(double[] x, double[] exp);

  /**
   * sinh(x) and cosh(x), which mean nothing where |x| is above 708.
   *
   * @param x a row; not modified
   * @param sinh a row; overwritten
   * @param cosh a row; overwritten
   * @return the least b such that every n is at least -2^b and below 2^b; above 10 if an x is not a
   *     number or out of range
   */
  int sinhCosh(double[] x, double[] sinh, double[] cosh);

  /** The plain loops, which the Java compiler of the machine vectorises as far as it can. */
  static Exponentials plain() {
    return new PlainExponentials();
  }

  /**
   * Vector instructions where the Java machine was started with {@code --add-modules
   * jdk.incubator.vector}, as Spark does, and an implementation is on the classpath; else {@link
   * #plain}.
   */
  static Exponentials fastest() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain();
    }
    return ServiceLoader.load(Exponentials.class, Exponentials.class.getClassLoader())
        .findFirst()
        .orElseGet(Exponentials::plain);
  }
}
