package org.debye.numeric;

/**
 * The numbers of {@link Exponentials} and {@link PlaneNormals}, which all implementations share.
 */
public final class ExponentialConstants {
  public static final double INVERSE_LOG_TWO = 0x1.71547652b82fep+0;
  public static final double LOG_TWO_HIGH = 0x1.62e42fefa39efp-1;
  public static final double LOG_TWO_LOW = 0x1.abc9e3b39803fp-56;

  /** Added to a number below 2^51, leaves its nearest integer in the lowest bits. */
  public static final double ROUNDER = 0x1.8p52;

  public static final long ROUNDER_BITS = 0x4338000000000000L;

  /** cosh r = 1 + s (C1 + s (C2 + ..)), s = r^2. */
  public static final double C1 = 0x1.0000000000001p-1;

  public static final double C2 = 0x1.5555555553d63p-5;
  public static final double C3 = 0x1.6c16c1788bd90p-10;
  public static final double C4 = 0x1.a019b90d2ae7ap-16;
  public static final double C5 = 0x1.289185613a3d6p-22;

  /** sinh r = r (1 + s (S1 + s (S2 + ..))). */
  public static final double S1 = 0x1.5555555555556p-3;

  public static final double S2 = 0x1.11111111109b3p-7;
  public static final double S3 = 0x1.a01a01a7c41d5p-13;
  public static final double S4 = 0x1.71de0dae63bb3p-19;
  public static final double S5 = 0x1.af38a9b0ec855p-26;

  /** Leaves its nearest integer n in the lowest bits, as the exponent of 2^n. */
  public static final double POWER_ROUNDER = ROUNDER + 1023;

  /**
   * exp r = E0 + r (E1 + r (E2 + ..)), the polynomial through the values at ten Chebyshev nodes of
   * |r| at most log(2) / 2, within 2e-14 of itself.
   */
  public static final double E0 = 0x1.000000000003dp+0;

  public static final double E1 = 0x1.0000000000006p+0;
  public static final double E2 = 0x1.ffffffffe74f1p-2;
  public static final double E3 = 0x1.5555555550d88p-3;
  public static final double E4 = 0x1.55555588b8403p-5;
  public static final double E5 = 0x1.11111123bf154p-7;
  public static final double E6 = 0x1.6c162bb7d965cp-10;
  public static final double E7 = 0x1.a01994c849582p-13;
  public static final double E8 = 0x1.a17df0d914d6cp-16;
  public static final double E9 = 0x1.72e107c874de9p-19;

  private ExponentialConstants() {}
}
