package org.debye.unmixing.posterior;

/**
 * How many endmembers the observations use, under a posterior with more of them than may be needed:
 * those that make up at least a share of all that was observed, (w_1k + .. + w_Nk) / N.
 *
 * @param probabilities posterior probability that 0, 1, .. K endmembers are in use
 */
public record EndmembersInUse(double[] probabilities) {

  /**
   * Counts them in the kept draws of a fit.
   *
   * @param share of the total above which an endmember is in use, such as 0.01
   */
  public static EndmembersInUse of(AbundanceDraws draws, double share) {
    double[] probabilities = new double[draws.layout().endmembers() + 1];
    for (int draw = 0; draw < draws.size(); draw++) {
      int used = 0;
      for (double part : draws.shares(draw)) {
        used += part >= share ? 1 : 0;
      }
      probabilities[used] += 1.0 / draws.size();
    }
    return new EndmembersInUse(probabilities);
  }

  /** The most probable number. */
  public int mostProbable() {
    int best = 0;
    for (int count = 1; count < probabilities.length; count++) {
      best = probabilities[count] > probabilities[best] ? count : best;
    }
    return best;
  }
}
