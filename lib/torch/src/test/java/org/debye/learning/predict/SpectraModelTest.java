package org.debye.learning.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.debye.classification.FittedClassifier;
import org.debye.classification.storage.ClassifierKind;
import org.debye.failure.InputException;
import org.debye.learning.binned.BinSettings;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.storage.BinnedCard;
import org.debye.learning.storage.ClassifierCard;
import org.debye.learning.storage.EncoderCard;
import org.debye.learning.storage.FittedCard;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.storage.StoredModels;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of every kind, opened from their folders by what their cards say. */
final class SpectraModelTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final List<Spectrum> SPECTRA = spectra();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aClassifierAnswersAsItDidBeforeItWasStored(ClassifierKind kind) {
    FittedClassifier fitted = StoredModels.fitted(kind);
    save(
        new org.debye.learning.checkpoint.Architecture(
            FittedCard.name(kind), NamedSettings.of(Map.of()), FittedCard.numbers(fitted)),
        FittedCard.arrays(fitted));
    try (SpectraModel model = open()) {
      assertThat(model.looksAtNeighbours()).isFalse();
      assertThat(model.classes()).isEqualTo(StoredModels.CLASSES);
      List<Prediction> found = predict(model);
      for (int i = 0; i < SPECTRA.size(); i++) {
        double[] wanted = fitted.probabilities(SPECTRA.get(i).intensity());
        assertThat(found.get(i).probabilities()).containsExactly(wanted);
        assertThat(found.get(i).likeliest()).isEqualTo(Prediction.of(wanted).likeliest());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkIsBuiltAnewAndAnswersEveryTimeTheSame(Architecture architecture) {
    store(new EncoderCard(architecture, new EncoderSettings(StoredModels.POINTS, 0.5), 3));
    try (SpectraModel model = open();
        SpectraModel twin = open()) {
      List<Prediction> found = predict(model);
      assertThat(model.looksAtNeighbours())
          .isEqualTo(
              List.of(Architecture.LSTM, Architecture.TRANSFORMER, Architecture.CONV_SCT)
                  .contains(architecture));
      for (int i = 0; i < SPECTRA.size(); i++) {
        assertThat(Arrays.stream(found.get(i).probabilities()).sum()).isCloseTo(1, within(1e-6));
        assertThat(found.get(i).probabilities())
            .containsExactly(predict(twin).get(i).probabilities());
      }
      assertThat(found.get(0).probabilities()).isNotEqualTo(found.get(1).probabilities());
      // Alone, the first spectrum gets the same answer where the others do not count.
      Prediction alone =
          model.predict(StoredModels.axis(), SPECTRA.subList(0, 1), OtherAxis.REFUSE, "D1").get(0);
      if (!model.looksAtNeighbours()) {
        assertThat(alone.probabilities())
            .containsExactly(found.get(0).probabilities(), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNetworkInBinsIsBuiltAnew(boolean joined) {
    store(new BinnedCard(joined, BinSettings.thesis(4), StoredModels.axis(), 3));
    try (SpectraModel model = open()) {
      assertThat(model.looksAtNeighbours()).isFalse();
      for (Prediction one : predict(model)) {
        assertThat(Arrays.stream(one.probabilities()).sum()).isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void aModelThatNobodyKnowsIsRefused() {
    FittedClassifier fitted = StoredModels.fitted(ClassifierKind.CLASS_ENDMEMBERS);
    save(
        new org.debye.learning.checkpoint.Architecture(
            "kolmogorov-arnold", NamedSettings.of(Map.of()), 1),
        FittedCard.arrays(fitted));
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("this Debye knows no model 'kolmogorov-arnold'. Take the release");
  }

  @Test
  void weightsOfAnotherNetworkThanTheCardsAreRefused() {
    ClassifierCard cnn =
        new EncoderCard(Architecture.CNN, new EncoderSettings(StoredModels.POINTS, 0), 3);
    WeightPlan plan = new WeightPlan();
    new EncoderCard(Architecture.FCNN, new EncoderSettings(StoredModels.POINTS, 0), 3).build(plan);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1)) {
      save(cnn.description(), NetworkArrays.of(block));
    }
    assertThatThrownBy(this::open).isInstanceOf(InputException.class);
  }

  /** The twin of PyTorch, with the weights that docs/load_model.py has read. */
  @ParameterizedTest
  @CsvSource({"CNN", "LSTM", "CONV_SCT"})
  void pythonAnswersTheSame(Architecture architecture) throws Exception {
    Path root = Path.of(System.getProperty("debye.root", "."));
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && run(root, "import torch, numpy") == 0,
        "skipped: " + PYTHON + " has no torch and numpy");
    store(new EncoderCard(architecture, new EncoderSettings(StoredModels.POINTS, 0), 3));
    StringBuilder lines = new StringBuilder();
    for (Spectrum spectrum : SPECTRA) {
      lines.append(
          String.join(
              " ",
              IntStream.range(0, StoredModels.POINTS)
                  .mapToObj(i -> Float.toString(spectrum.intensity()[i]))
                  .toList()));
      lines.append('\n');
    }
    Files.writeString(folder.resolve("spectra.txt"), lines);
    String script =
        """
        import sys, numpy, torch
        sys.path += ["docs", "lib/torch/src/test/python"]
        from load_model import load
        from networks import NETWORKS, Classifier
        card, weights = load("%1$s/model")
        network = Classifier(NETWORKS["%2$s"](%3$d), 3)
        network.load_state_dict(weights, strict=False)
        network.eval()
        x = torch.from_numpy(numpy.loadtxt("%1$s/spectra.txt", dtype="f4"))
        x = x[None] if network.encoder.sequence else x[:, None]
        numpy.savetxt("%1$s/answers.txt", torch.softmax(network(x), 1).detach().numpy())
        """
            .formatted(folder, architecture, StoredModels.POINTS);
    assertThat(run(root, script)).as(() -> said()).isZero();
    List<String> answers = Files.readAllLines(folder.resolve("answers.txt"));
    try (SpectraModel model = open()) {
      List<Prediction> found = predict(model);
      assertThat(answers).hasSize(found.size());
      for (int i = 0; i < found.size(); i++) {
        double[] wanted =
            Arrays.stream(answers.get(i).split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThat(found.get(i).probabilities()).containsExactly(wanted, within(1e-5));
      }
    }
  }

  private int run(Path root, String script) throws Exception {
    Process process =
        new ProcessBuilder(PYTHON, "-c", script)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("python.log").toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    return ended ? process.exitValue() : -1;
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("python.log"), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void store(ClassifierCard network) {
    WeightPlan plan = new WeightPlan();
    network.build(plan);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(3)) {
      save(network.description(), NetworkArrays.of(block));
    }
  }

  private void save(
      org.debye.learning.checkpoint.Architecture architecture,
      org.debye.learning.checkpoint.StateDict weights) {
    ModelFolder.at(new LocalFolderStore(folder.resolve("model")))
        .save(StoredModels.checkpoint(architecture, weights), 0);
  }

  private SpectraModel open() {
    return SpectraModel.open(new LocalFolderStore(folder.resolve("model")), Placement.CPU);
  }

  private static List<Prediction> predict(SpectraModel model) {
    return model.predict(StoredModels.axis(), SPECTRA, OtherAxis.REFUSE, "D1");
  }

  private static List<Spectrum> spectra() {
    List<Spectrum> spectra = new ArrayList<>();
    float[] all = StoredModels.spectra().intensities();
    for (int at = 0; at < all.length; at += StoredModels.POINTS) {
      float[] one = Arrays.copyOfRange(all, at, at + StoredModels.POINTS);
      spectra.add(new Spectrum(one, Spectrum.NONE, Spectrum.NONE));
    }
    return spectra;
  }
}
