package org.debye.learning.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.debye.classification.FittedClassifier;
import org.debye.classification.storage.ClassifierKind;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classifiers that are no networks, to a folder and back. */
final class FittedCardTest {
  @ParameterizedTest
  @EnumSource
  void whatComesBackFromAFolderAnswersTheSameToTheLastBit(
      ClassifierKind kind, @TempDir Path folder) {
    FittedClassifier fitted = StoredModels.fitted(kind);
    Architecture architecture =
        new Architecture(
            FittedCard.name(kind), NamedSettings.of(Map.of()), FittedCard.numbers(fitted));
    ModelFolder.at(new LocalFolderStore(folder))
        .save(StoredModels.checkpoint(architecture, FittedCard.arrays(fitted)), 0);

    Checkpoint found = ModelFolder.at(new LocalFolderStore(folder)).model();
    assertThat(FittedCard.kind(found.card().architecture())).contains(kind);
    FittedClassifier back = FittedCard.restore(kind, found.weights());

    float[] spectra = StoredModels.spectra().intensities();
    assertThat(back.probabilities(spectra)).containsExactly(fitted.probabilities(spectra));
    long numbers =
        found.weights().arrays().stream()
            .flatMapToLong(array -> LongStream.of(array.doubles().length))
            .sum();
    assertThat(found.card().architecture().parameters()).isEqualTo(numbers).isPositive();
  }
}
