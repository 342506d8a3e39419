package org.debye.classification.endmember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.classification.ClassLabels;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;

final class EndmemberClassifierTest {

  @Test
  void probabilitiesAreThePartsOfTheClassMeans() {
    FittedClassifier fitted = new EndmemberClassifier().fit(training());
    // class means are (2, 0, 1) and (0, 2, 1)
    double[] found = fitted.probabilities(new float[] {1.5f, 0.5f, 1, 6, 0, 3, 0, 0, 0});
    assertThat(found).containsExactly(new double[] {0.75, 0.25, 1, 0, 0.5, 0.5}, within(1e-12));
  }

  @Test
  void whatOnlyANegativePartWouldExplainIsCutAtZero() {
    FittedClassifier fitted = new EndmemberClassifier().fit(training());
    assertThat(fitted.probabilities(new float[] {3, -1, 1})).containsExactly(1, 0);
    assertThat(fitted.labels(new float[] {-1, 3, 1})).containsExactly(1);
  }

  @Test
  void aClassWithoutSpectraIsRefused() {
    LabelledSpectra one =
        new LabelledSpectra(
            1, new float[] {1, 2}, new ClassLabels(List.of("before", "after"), new int[2]));
    assertThatThrownBy(() -> new EndmemberClassifier().fit(one))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 'after' has no member");
  }

  private static LabelledSpectra training() {
    return new LabelledSpectra(
        3,
        new float[] {1, 0, 1, 3, 0, 1, 0, 2, 1},
        new ClassLabels(List.of("before", "after"), new int[] {0, 0, 1}));
  }
}
