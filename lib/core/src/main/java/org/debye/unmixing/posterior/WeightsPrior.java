package org.debye.unmixing.posterior;

import java.io.Serializable;
import java.util.Arrays;
import org.debye.numeric.GammaFunction;

/** The prior of the global weights w, by its density in w_1 .. w_(K-1). */
public sealed interface WeightsPrior extends Serializable {

  /** What of the log density depends on no weight; alpha0 is the model's. */
  double logConstant(int endmembers, double alpha0);

  /**
   * The rest of the log density.
   *
   * @param weights K, on the simplex, none zero
   * @param slopes K derivatives, each weight taken as free; overwritten
   */
  double logDensity(double[] weights, double alpha0, double[] slopes);

  /** The paper's: w ~ Dir(alpha0 1_K). */
  record Symmetric() implements WeightsPrior {

    @Override
    public double logConstant(int endmembers, double alpha0) {
      return GammaFunction.logGamma(endmembers * alpha0)
          - endmembers * GammaFunction.logGamma(alpha0);
    }

    @Override
    public double logDensity(double[] weights, double alpha0, double[] slopes) {
      double excess = alpha0 - 1;
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += excess * StrictMath.log(weights[k]);
        slopes[k] = excess / weights[k];
      }
      return sum;
    }
  }

  /**
   * Truncated stick breaking, the paper's outlook for an unknown K: w_k = v_k (1 - v_1) .. (1 -
   * v_(k-1)) with v_k ~ Beta(1, gamma) for k below K, and w_K what is left (Sethuraman 1994;
   * truncation as Ishwaran and James 2001, JASA 96:161). K is then only the most that there can be;
   * {@link EndmembersInUse} says how many are used. With r_k = w_k + .. + w_K the density is
   * gamma^(K-1) w_K^(gamma-1) / (r_2 .. r_(K-1)).
   *
   * <p>Not exchangeable: renaming endmembers changes the density, and chains may stay in one of
   * several orders. An endmember that no observation uses roams over its prior, which is harmless;
   * but keep D at K - 1 or above: with more endmembers than D + 1, no simplex is identified, and
   * where D is tied to K, a larger K also means other data, so that its likelihood compares with
   * nothing.
   *
   * @param concentration gamma, above 0: the larger, the more endmembers are expected
   */
  record StickBreaking(double concentration) implements WeightsPrior {

    public StickBreaking {
      if (!(concentration > 0 && concentration < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a stick-breaking concentration of " + concentration);
      }
    }

    @Override
    public double logConstant(int endmembers, double alpha0) {
      return (endmembers - 1) * StrictMath.log(concentration);
    }

    @Override
    public double logDensity(double[] weights, double alpha0, double[] slopes) {
      int last = weights.length - 1;
      Arrays.fill(slopes, 0);
      double rest = weights[last];
      double sum = (concentration - 1) * StrictMath.log(rest);
      slopes[last] = (concentration - 1) / rest;
      for (int k = last - 1; k >= 1; k--) {
        rest += weights[k];
        sum -= StrictMath.log(rest);
        for (int j = k; j <= last; j++) {
          slopes[j] -= 1 / rest;
        }
      }
      return sum;
    }
  }
}
