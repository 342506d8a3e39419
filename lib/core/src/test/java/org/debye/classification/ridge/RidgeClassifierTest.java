package org.debye.classification.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.classification.Weighting;
import org.debye.failure.InputException;
import org.debye.fixtures.GoldenValues;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RidgeClassifierTest {
  private static final GoldenValues GOLDEN = GoldenValues.of("ridge_classifier.txt");

  @ParameterizedTest
  @CsvSource({
    "wide_two, 2, EVEN",
    "wide_four, 4, EVEN",
    "wide_weighted, 3, BALANCED",
    "tall_two, 2, BALANCED",
    "tall_three, 3, EVEN"
  })
  void agreesWithScikitLearn(String name, int classes, Weighting weighting) {
    ClassLabels labels = labels(classes, GOLDEN.ints(name + "_labels"));
    Features features = table(labels.count(), GOLDEN.floats(name + "_standardised"));
    FittedRidge fitted = RidgeClassifier.standard(weighting).fit(features, labels);
    assertThat(fitted.alpha()).isCloseTo(GOLDEN.doubles(name + "_alpha")[0], within(1e-9));
    assertThat(fitted.leftOutError()).isCloseTo(GOLDEN.doubles(name + "_error")[0], within(1e-10));
    assertThat(fitted.coefficients())
        .containsExactly(GOLDEN.doubles(name + "_coefficients"), within(1e-10));
    assertThat(fitted.intercepts())
        .containsExactly(GOLDEN.doubles(name + "_intercepts"), within(1e-10));
    assertThat(fitted.decisions(table(9, GOLDEN.floats(name + "_fresh"))))
        .containsExactly(GOLDEN.doubles(name + "_decisions"), within(1e-9));
  }

  @Test
  void standardisedFeaturesAreScikitLearns() {
    float[] values = GOLDEN.floats("wide_two_features");
    Features features = table(24, values);
    Standardisation.of(features).apply(features);
    float[] wanted = GOLDEN.floats("wide_two_standardised");
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isCloseTo(wanted[i], within(1e-6f));
    }
  }

  @Test
  void sparseFeaturesAreScaledAsByHydrasAuthors() {
    GoldenValues golden = GoldenValues.of("convolutions.txt");
    Features features = table(5, golden.floats("hydra_features"));
    SparseScaling.of(features).apply(features);
    float[] wanted = golden.floats("hydra_scaled");
    for (int i = 0; i < wanted.length; i++) {
      assertThat(features.values()[i]).as("value %s", i).isCloseTo(wanted[i], within(1e-3f));
    }
  }

  @Test
  void leftOutErrorsAreThoseOfFitsWithoutTheRecord() {
    for (int columns : new int[] {5, 40}) {
      ClassLabels labels = labels(3, IntStream.range(0, 20).map(i -> i % 3).toArray());
      Features features = noisy(labels, columns, 2);
      CentredTable whole = CentredTable.of(features, RidgeTargets.of(labels, Weighting.EVEN));
      LeaveOneOut.Solution solution = LeaveOneOut.of(whole).solve(3);
      for (int left = 0; left < 20; left++) {
        int gone = left;
        int[] rest = IntStream.range(0, 20).filter(i -> i != gone).toArray();
        FittedRidge without =
            new RidgeClassifier(new double[] {3}, Weighting.EVEN)
                .fit(rows(features, rest), labels.of(rest));
        double[] predicted = without.decisions(rows(features, new int[] {left}));
        for (int t = 0; t < 3; t++) {
          double target = labels.values()[left] == t ? 1 : -1;
          assertThat(solution.errors()[left * 3 + t])
              .isCloseTo(target - predicted[t], within(1e-9));
        }
      }
    }
  }

  @Test
  void probabilitiesSumToOneAndFollowTheDecisions() {
    ClassLabels labels = labels(3, IntStream.range(0, 60).map(i -> i % 3).toArray());
    Features features = noisy(labels, 20, 1);
    FittedRidge fitted = RidgeClassifier.standard(Weighting.EVEN).fit(features, labels);
    double[] probabilities = fitted.probabilities(features);
    double[] decisions = fitted.decisions(features);
    for (int i = 0; i < probabilities.length; i += 3) {
      assertThat(probabilities[i] + probabilities[i + 1] + probabilities[i + 2])
          .isCloseTo(1, within(1e-12));
      assertThat(probabilities[i] > probabilities[i + 1])
          .isEqualTo(decisions[i] > decisions[i + 1]);
    }
  }

  @Test
  void theScaleHasTheLeastLogLossOfItsTargets() {
    double[] decisions = {-1, -0.2, 0.4, 0.3, 1.1, -0.1};
    ClassLabels labels = labels(2, new int[] {0, 0, 0, 1, 1, 1});
    double[] weights = {1, 1, 1, 1, 1, 1};
    double scale = ProbabilityScale.of(decisions, labels, weights);
    double least = loss(decisions, labels, scale);
    assertThat(least).isLessThan(loss(decisions, labels, scale * 1.01));
    assertThat(least).isLessThan(loss(decisions, labels, scale * 0.99));
  }

  private static double loss(double[] decisions, ClassLabels labels, double scale) {
    double[] p = ProbabilityScale.probabilities(decisions, 2, scale);
    double loss = 0;
    for (int i = 0; i < labels.count(); i++) {
      int label = labels.values()[i];
      loss -= 0.8 * Math.log(p[2 * i + label]) + 0.2 * Math.log(p[2 * i + 1 - label]);
    }
    return loss;
  }

  @Test
  void separableClassesHaveAFiniteScale() {
    ClassLabels labels = labels(2, new int[] {0, 1, 0, 1});
    double scale =
        ProbabilityScale.of(new double[] {-1, 1, -1, 1}, labels, new double[] {1, 1, 1, 1});
    assertThat(scale).isCloseTo(Math.log(3) / 2, within(1e-9)); // softmax to targets of 3/4
  }

  @Test
  void oneClassAndImpossiblePenaltiesAreRefused() {
    ClassLabels labels = new ClassLabels(List.of("before", "after"), new int[] {0, 0});
    Features features = new Features(2, 1, new float[] {1, 2});
    assertThatThrownBy(() -> RidgeClassifier.standard(Weighting.EVEN).fit(features, labels))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 'after' has no member");
    assertThatThrownBy(() -> new RidgeClassifier(new double[] {0}, Weighting.EVEN))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("penalties must be above 0");
  }

  private static Features noisy(ClassLabels labels, int columns, double apart) {
    RandomStream random = RandomStreams.of(9).at(columns);
    float[] values = new float[labels.count() * columns];
    for (int i = 0; i < values.length; i++) {
      int label = labels.values()[i / columns];
      values[i] = (float) (random.nextGaussian() + (i % columns == label ? apart : 0));
    }
    return table(labels.count(), values);
  }

  private static Features rows(Features features, int[] rows) {
    int columns = features.columns();
    float[] values = new float[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(features.values(), rows[i] * columns, values, i * columns, columns);
    }
    return table(rows.length, values);
  }

  private static Features table(int count, float[] values) {
    return new Features(count, values.length / count, values);
  }

  private static ClassLabels labels(int classes, int[] values) {
    return new ClassLabels(
        IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(), values);
  }
}
