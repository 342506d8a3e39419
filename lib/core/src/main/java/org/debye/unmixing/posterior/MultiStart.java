package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.inference.diagnostics.RHat;
import org.debye.numeric.Assignment;

/**
 * The choice among several starts on the same data: kept is the one with the highest mean log
 * likelihood (Hoidn et al., Results: 3 starts of HMC, 10 of variational inference). That is no test
 * of convergence, so this also says which starts reached the mode of the kept one, and whether
 * those agree.
 *
 * <p>A start is in the mode of the kept one if, after matching labels, no endmember coordinate's
 * means are further apart than twice the mean posterior standard deviation and the mean log
 * likelihoods differ by at most four combined Monte Carlo standard errors. The bound on the means
 * is wide on purpose: whether starts within it agree is what R-hat is for.
 *
 * @param kept index of the start that is kept
 * @param matchings for each start, its label that is label k of the kept start
 * @param sameMode whether each start reached the mode of the kept one
 * @param worstRHat greatest rank-normalised split R-hat of an endmember coordinate over the starts
 *     of that mode; of the kept start's halves alone if it is alone
 * @param worstEffectiveDraws least bulk effective sample size of an endmember coordinate, of all
 *     draws of that mode together
 */
public record MultiStart(
    int kept,
    List<int[]> matchings,
    boolean[] sameMode,
    double worstRHat,
    double worstEffectiveDraws) {
  private static final double MOST_SEPARATION = 2;
  private static final double MOST_ERRORS = 4;

  /**
   * Chooses. A mean log likelihood that is not a number is never chosen over one that is.
   *
   * @param starts at least one, of one layout
   */
  public static MultiStart choose(List<StartSummary> starts) {
    int kept = best(starts);
    LabelMoments target = starts.get(kept).moments();
    List<int[]> matchings = new ArrayList<>();
    boolean[] same = new boolean[starts.size()];
    for (int start = 0; start < starts.size(); start++) {
      StartSummary one = starts.get(start);
      LabelMoments moments = one.moments();
      int k = one.layout().endmembers();
      int[] matching =
          start == kept ? identity(k) : Assignment.minimise(target.distances(moments), k, k);
      matchings.add(matching);
      same[start] =
          start == kept
              || (likelihoodsAgree(one, starts.get(kept))
                  && target.separation(moments, matching) <= MOST_SEPARATION);
    }
    return judged(starts, kept, matchings, same);
  }

  /** How many starts reached the mode of the kept one, itself among them. */
  public int inMode() {
    int count = 0;
    for (boolean one : sameMode) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static int best(List<StartSummary> starts) {
    int best = 0;
    for (int start = 1; start < starts.size(); start++) {
      double here = starts.get(start).meanLogLikelihood();
      double there = starts.get(best).meanLogLikelihood();
      best = here > there || (Double.isNaN(there) && !Double.isNaN(here)) ? start : best;
    }
    return best;
  }

  private static boolean likelihoodsAgree(StartSummary one, StartSummary other) {
    double error = Math.hypot(one.meanError(), other.meanError());
    return Math.abs(one.meanLogLikelihood() - other.meanLogLikelihood()) <= MOST_ERRORS * error;
  }

  private static MultiStart judged(
      List<StartSummary> starts, int kept, List<int[]> matchings, boolean[] same) {
    GlobalsLayout layout = starts.get(kept).layout();
    List<StartSummary> mode = new ArrayList<>();
    int shortest = Integer.MAX_VALUE;
    for (int start = 0; start < starts.size(); start++) {
      if (same[start]) {
        mode.add(starts.get(start).relabelled(matchings.get(start)));
        shortest = Math.min(shortest, starts.get(start).count());
      }
    }
    double worst = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int place = layout.endmembersAt(); place < layout.scalesAt(); place++) {
      double[][] chains = new double[mode.size()][];
      for (int chain = 0; chain < chains.length; chain++) {
        chains[chain] = evenly(mode.get(chain).column(place), shortest);
      }
      double rHat = RHat.rankNormalised(chains);
      worst = rHat > worst || Double.isNaN(rHat) ? rHat : worst;
      least = Math.min(least, EffectiveSize.bulk(chains));
    }
    return new MultiStart(kept, List.copyOf(matchings), same, worst, least);
  }

  /** This many of the values, evenly spaced: chains must be equally long to be compared. */
  private static double[] evenly(double[] values, int count) {
    double[] chosen = new double[count];
    for (int at = 0; at < count; at++) {
      chosen[at] = values[(int) ((long) at * values.length / count)];
    }
    return chosen;
  }

  private static int[] identity(int k) {
    int[] labels = new int[k];
    Arrays.setAll(labels, label -> label);
    return labels;
  }
}
