package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.List;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.diagnostics.RHat;
import org.debye.inference.draws.ChainDraws;
import org.debye.numeric.Assignment;

/** Draws of one mixture by two programs, each chain's labels in the order of the reference. */
final class MixtureAgreement {
  private final List<ChainDraws> reference;
  private final List<ChainDraws> chains;

  MixtureAgreement(List<ChainDraws> chains, List<ChainDraws> reference) {
    List<ChainDraws> pivot = reference.subList(0, 1);
    this.reference = reference.stream().map(chain -> matched(chain, pivot)).toList();
    this.chains = chains.stream().map(chain -> matched(chain, pivot)).toList();
  }

  /** The variables that both have and that vary. */
  List<String> variables() {
    return reference.get(0).variables().stream()
        .filter(chains.get(0).variables()::contains)
        .filter(name -> Arrays.stream(chains.get(0).of(name)).distinct().count() > 1)
        .toList();
  }

  /** The bulk effective size of the worst endmember coordinate. */
  double worstEffective() {
    return chains.get(0).variables().stream()
        .filter(name -> name.startsWith("C["))
        .mapToDouble(name -> EffectiveSize.bulk(draws(name, chains)))
        .min()
        .orElseThrow();
  }

  /** How far the means are from each other, in combined Monte Carlo errors. */
  double distance(String variable) {
    double[][] ours = draws(variable, chains);
    double[][] theirs = draws(variable, reference);
    double error = Math.hypot(MonteCarloError.mean(ours), MonteCarloError.mean(theirs));
    return Math.abs(mean(ours) - mean(theirs)) / error;
  }

  /** The difference of the means, in standard deviations of the reference. */
  double meanDifference(String variable) {
    double[][] theirs = draws(variable, reference);
    return (mean(draws(variable, chains)) - mean(theirs)) / deviation(theirs);
  }

  /** The standard deviation over that of the reference. */
  double deviationRatio(String variable) {
    return deviation(draws(variable, chains)) / deviation(draws(variable, reference));
  }

  double rHat(String variable) {
    return RHat.rankNormalised(draws(variable, chains));
  }

  /** Endmembers and weights of a chain in the order of the pivot's, by their mean coordinates. */
  private static ChainDraws matched(ChainDraws chain, List<ChainDraws> pivot) {
    int endmembers = 0;
    while (chain.variables().contains(weight(endmembers))) {
      endmembers++;
    }
    int dimensions = 0;
    while (chain.variables().contains(coordinate(dimensions + 1, 0))) {
      dimensions++;
    }
    double[] cost = new double[endmembers * endmembers];
    for (int own = 0; own < endmembers; own++) {
      for (int other = 0; other < endmembers; other++) {
        for (int d = 1; d <= dimensions; d++) {
          double difference =
              mean(draws(coordinate(d, own), List.of(chain)))
                  - mean(draws(coordinate(d, other), pivot));
          cost[other * endmembers + own] += difference * difference;
        }
      }
    }
    int[] own = Assignment.minimise(cost, endmembers, endmembers);
    double[] values = chain.values().clone();
    for (int other = 0; other < endmembers; other++) {
      for (int d = 1; d <= dimensions; d++) {
        move(chain, coordinate(d, own[other]), coordinate(d, other), values);
      }
      move(chain, weight(own[other]), weight(other), values);
    }
    return new ChainDraws(chain.variables(), values, chain.statistics());
  }

  private static void move(ChainDraws chain, String from, String to, double[] values) {
    double[] series = chain.of(from);
    int column = chain.variables().indexOf(to);
    for (int draw = 0; draw < series.length; draw++) {
      values[draw * chain.variables().size() + column] = series[draw];
    }
  }

  private static String coordinate(int dimension, int endmember) {
    return "C[" + dimension + "," + (endmember + 1) + "]";
  }

  private static String weight(int endmember) {
    return "w[" + (endmember + 1) + "]";
  }

  private static double[][] draws(String variable, List<ChainDraws> chains) {
    return chains.stream().map(chain -> chain.of(variable)).toArray(double[][]::new);
  }

  private static double mean(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
  }

  private static double deviation(double[][] chains) {
    double mean = mean(chains);
    return Math.sqrt(
        Arrays.stream(chains)
            .flatMapToDouble(Arrays::stream)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElseThrow());
  }
}
