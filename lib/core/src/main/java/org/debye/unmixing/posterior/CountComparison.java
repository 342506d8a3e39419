package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.debye.inference.comparison.LeaveOneOut;
import org.debye.inference.comparison.ModelComparison;

/**
 * How many endmembers, by two routes. Each number is inferred from the same points and judged by
 * its expected log predictive density, leaving one observation out (Vehtari, Gelman and Gabry 2017)
 * with its abundances integrated out ({@link MarginalLikelihood}); this decides. And the greatest
 * number is inferred under truncated stick breaking ({@link WeightsPrior.StickBreaking}), the
 * paper's proposal, which says how many of them are in use; its chains cross between numbers
 * seldom, so that it can object but not decide.
 *
 * <p>All numbers must see the same D dimensions. Where D is tied to K, as in the paper (D = K - 1),
 * every K has other data, densities of other units, and nothing can be compared. And with more than
 * D + 1 endmembers, no simplex is identified: two different ones explain the same points. So D must
 * be at least the greatest number less 1, and all that lies beyond a candidate's K - 1 dimensions
 * is noise to it; the noise prior must be able to hold that.
 *
 * @param candidates by rising number of endmembers; a number none of whose chains moved is left out
 * @param chosen the smallest number that is not clearly worse than the best: by at most four units,
 *     or by at most two standard errors of the paired difference
 * @param inUse posterior of the number in use under stick breaking, if its chain moved
 * @param doubts what is doubtful of the choice, sentences without a full stop
 */
public record CountComparison(
    List<Candidate> candidates, int chosen, Optional<EndmembersInUse> inUse, List<String> doubts) {
  private static final double NEGLIGIBLE = 4;
  private static final double ERRORS = 2;

  /** More observations than this share that cannot be left out spoil a candidate. */
  private static final double MOST_UNTRUSTED = 0.1;

  public CountComparison {
    candidates = List.copyOf(candidates);
    doubts = List.copyOf(doubts);
  }

  /**
   * One number of endmembers.
   *
   * @param loo leaving one observation out
   * @param marginal what it is computed from, with its own error
   * @param flags what is doubtful of the kept chain
   */
  public record Candidate(
      int endmembers, LeaveOneOut loo, MarginalLikelihood marginal, List<StartFlag> flags) {

    /** Observations whose share in the comparison cannot be trusted, for either reason. */
    public int untrusted() {
      return Math.max(loo.untrusted(), marginal.untrusted());
    }
  }

  /** Chooses among candidates, at least one. */
  static CountComparison among(List<Candidate> candidates, Optional<EndmembersInUse> inUse) {
    List<ModelComparison> ranking = ranking(candidates);
    int chosen = Integer.MAX_VALUE;
    for (ModelComparison row : ranking) {
      double worse = -row.difference().value();
      double allowed = Math.max(NEGLIGIBLE, ERRORS * row.difference().standardError());
      if (worse <= allowed) {
        chosen = Math.min(chosen, Integer.parseInt(row.model()));
      }
    }
    return new CountComparison(candidates, chosen, inUse, doubts(candidates, chosen, inUse));
  }

  /** The candidates from the best to the worst, with the differences to the best. */
  public List<ModelComparison> ranking() {
    return ranking(candidates);
  }

  private static List<ModelComparison> ranking(List<Candidate> candidates) {
    Map<String, LeaveOneOut> models = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      models.put(String.valueOf(candidate.endmembers()), candidate.loo());
    }
    return ModelComparison.of(models);
  }

  private static List<String> doubts(
      List<Candidate> candidates, int chosen, Optional<EndmembersInUse> inUse) {
    List<String> doubts = new ArrayList<>();
    int most = candidates.get(candidates.size() - 1).endmembers();
    if (chosen == most && candidates.size() > 1) {
      doubts.add("the greatest number that was compared is chosen: there may be more");
    }
    for (Candidate candidate : candidates) {
      int observations = candidate.loo().shapes().length;
      if (candidate.untrusted() > MOST_UNTRUSTED * observations) {
        doubts.add(
            candidate.untrusted()
                + " of "
                + observations
                + " observations cannot be left out reliably with "
                + candidate.endmembers()
                + " endmembers");
      }
    }
    inUse
        .filter(used -> used.mostProbable() != chosen)
        .ifPresent(
            used ->
                doubts.add(
                    String.format(
                        Locale.ROOT,
                        "under stick breaking %d endmembers are in use with probability %.2f, %d"
                            + " with %.2f",
                        used.mostProbable(),
                        used.probabilities()[used.mostProbable()],
                        chosen,
                        used.probabilities()[chosen])));
    return doubts;
  }
}
