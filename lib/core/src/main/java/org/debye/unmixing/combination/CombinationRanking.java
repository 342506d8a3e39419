package org.debye.unmixing.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.absorption.AbsorptionScan;

/**
 * All combinations of two and more references fitted to a spectrum, the best first, as {@code
 * lincombo_fitall} of Larch has it: by reduced chi-square, and of combinations in which the same
 * references have a weight above {@link #LEAST_WEIGHT} the first alone.
 */
public final class CombinationRanking {
  /** Weight that counts: min_weight of Larch. */
  public static final double LEAST_WEIGHT = 5e-4;

  /** Combinations that are kept: max_output of Larch. */
  public static final int KEPT = 16;

  /** Combinations that are tried at most. */
  public static final long MOST = 200_000;

  private CombinationRanking() {}

  /**
   * One combination.
   *
   * @param references places of its references, ascending
   */
  public record Ranked(int[] references, CombinationFit fit) {}

  /**
   * Fits combinations.
   *
   * @param most references in one, at least 2
   * @return at most {@link #KEPT}, by reduced chi-square
   * @throws InputException as of {@link LinearCombination#fit}, or too many combinations
   */
  public static List<Ranked> of(
      String name,
      AbsorptionScan scan,
      double e0,
      List<Reference> references,
      CombinationSettings settings,
      int most) {
    requireFew(name, references.size(), most);
    CombinationProblem problem = CombinationProblem.of(name, scan, e0, references, settings);
    LinearCombination kernel = new LinearCombination(settings);
    Set<List<Integer>> seen = new HashSet<>();
    List<Ranked> ranked = new ArrayList<>();
    for (int size = 2; size <= Math.min(most, references.size()); size++) {
      int[] chosen = first(size);
      do {
        CombinationFit fit = kernel.fit(problem.of(chosen));
        if (seen.add(significant(chosen, fit))) {
          ranked.add(new Ranked(chosen.clone(), fit));
        }
      } while (advance(chosen, references.size()));
    }
    ranked.sort(Comparator.comparingDouble(one -> one.fit().reducedChiSquare()));
    return List.copyOf(ranked.subList(0, Math.min(KEPT, ranked.size())));
  }

  private static List<Integer> significant(int[] chosen, CombinationFit fit) {
    List<Integer> all = new ArrayList<>();
    for (int j = 0; j < chosen.length; j++) {
      if (fit.weights()[j] > LEAST_WEIGHT) {
        all.add(chosen[j]);
      }
    }
    return all;
  }

  private static void requireFew(String name, int references, int most) {
    double combinations = 0;
    double of = references;
    for (int size = 2; size <= Math.min(most, references); size++) {
      of *= (references - size + 1.0) / size;
      combinations += of;
    }
    if (combinations > MOST) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          "%.0f combinations of %d references are more than %d"
              .formatted(combinations, references, MOST),
          "Set combinations to fewer in one, or name fewer references.");
    }
  }

  private static int[] first(int size) {
    int[] chosen = new int[size];
    Arrays.setAll(chosen, j -> j);
    return chosen;
  }

  /** The next in the order of Python's itertools.combinations; false after the last. */
  private static boolean advance(int[] chosen, int of) {
    int j = chosen.length - 1;
    while (j >= 0 && chosen[j] == of - chosen.length + j) {
      j--;
    }
    if (j < 0) {
      return false;
    }
    chosen[j]++;
    for (int later = j + 1; later < chosen.length; later++) {
      chosen[later] = chosen[later - 1] + 1;
    }
    return true;
  }
}
