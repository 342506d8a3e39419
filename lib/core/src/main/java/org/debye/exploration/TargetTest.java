package org.debye.exploration;

/**
 * A target transformation: a spectrum made of the factors of others, as near as they come
 * (Malinowski 1978, Anal. Chim. Acta 103:339; 2002, ch. 3.6 and 4.6).
 *
 * @param made the nearest that the factors make, P values
 * @param apparentError AET = sqrt(|target - made|^2 / (P - n))
 * @param predictedError REP = RE |T|: what the noise of the spectra alone would leave, T the
 *     factors' shares over the roots of their eigenvalues
 * @param rFactor |target - made|^2 / |target|^2
 */
public record TargetTest(
    double[] made, double apparentError, double predictedError, double rFactor) {

  /** What Malinowski's scale says of a target. */
  public enum Verdict {
    EXCELLENT,
    GOOD,
    FAIR,
    POOR,
    UNACCEPTABLE
  }

  /** RET = sqrt(AET^2 - REP^2): the error of the target itself; 0 where noise explains all. */
  public double targetError() {
    return Math.sqrt(Math.max(0, apparentError * apparentError - predictedError * predictedError));
  }

  /** SPOIL = RET / REP: how far the target would spoil a model that uses it. */
  public double spoil() {
    return targetError() / predictedError;
  }

  /** By SPOIL: to 1.5 excellent, to 3 good, to 4.5 fair, to 6 poor. */
  public Verdict verdict() {
    double spoil = spoil();
    if (!(spoil <= 6)) {
      return Verdict.UNACCEPTABLE;
    }
    return spoil <= 1.5
        ? Verdict.EXCELLENT
        : spoil <= 3 ? Verdict.GOOD : spoil <= 4.5 ? Verdict.FAIR : Verdict.POOR;
  }
}
