package org.debye.learning.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.debye.augmentation.AugmentationChain;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.contrast.ContrastSettings;
import org.debye.learning.contrast.MomentumSettings;
import org.debye.learning.data.Views;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.pretrain.SelfSupervisedSettings;
import org.debye.learning.storage.EncoderCard;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.storage.NetworkCard;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.storage.PretrainingMethod;
import org.debye.learning.storage.StoredModels;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Encoders, opened from the folders of their pre-training. */
final class PretrainedEncoderTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final int DIMENSION = 24;
  private static final List<Spectrum> SPECTRA = spectra();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsRepresentedAloneIsRepresentedAmongOthers(PretrainingMethod method) {
    store(card(method));
    try (PretrainedEncoder encoder = open(RepresentationLayer.REPRESENTATION)) {
      assertThat(encoder.width()).isEqualTo(256);
      List<float[]> found = represent(encoder, SPECTRA);
      assertThat(found).hasSize(SPECTRA.size()).allMatch(one -> one.length == 256);
      assertThat(represent(encoder, SPECTRA.subList(8, 9)).get(0))
          .containsExactly(found.get(8), within(1e-5f));
      assertThat(found.get(0)).isNotEqualTo(found.get(1));
      assertThat(represent(encoder, List.of())).isEmpty();
    }
  }

  /** PyTorch's twin with the weights that docs/load_model.py has read. */
  @ParameterizedTest
  @CsvSource({
    "SPECRR,REPRESENTATION,False",
    "SPECRRMOCO,PROJECTION,False",
    "SUPERVISED_CONTRAST,REPRESENTATION,True",
    "SUPERVISED_CONTRAST,PROJECTION,True"
  })
  void pythonMakesTheSameOfThem(
      PretrainingMethod method, RepresentationLayer layer, String feedForward) throws Exception {
    Path root = Path.of(System.getProperty("debye.root", "."));
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && run(root, "import torch, numpy") == 0,
        "skipped: " + PYTHON + " has no torch and numpy");
    store(card(method));
    Files.write(folder.resolve("spectra.txt"), SPECTRA.stream().map(one -> line(one)).toList());
    String script =
        """
        import sys, numpy, torch
        from torch.nn import functional as F
        sys.path += ["docs", "lib/torch/src/test/python"]
        from load_model import load
        from pretraining import Encoder, Projection
        card, weights = load("%1$s/model")
        part = lambda name: {k[len(name):]: v for k, v in weights.items() if k.startswith(name)}
        encoder, projection = Encoder(feed_forward=%2$s), Projection(256, %3$d)
        encoder.load_state_dict(part("encoder."), strict=False)
        encoder.eval()
        z = encoder(torch.from_numpy(numpy.loadtxt("%1$s/spectra.txt", dtype="f4")))
        if "%4$s" == "PROJECTION":
            projection.load_state_dict(part("projection."))
            z = projection(F.normalize(z, dim=1) if %2$s else z)
        numpy.savetxt("%1$s/answers.txt", z.detach().numpy())
        """
            .formatted(folder, feedForward, DIMENSION, layer);
    assertThat(run(root, script)).as(this::said).isZero();
    List<String> answers = Files.readAllLines(folder.resolve("answers.txt"));
    try (PretrainedEncoder encoder = open(layer)) {
      List<float[]> found = represent(encoder, SPECTRA);
      assertThat(answers).hasSize(found.size());
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i)).containsExactly(numbers(answers.get(i)), within(2e-5f));
      }
    }
  }

  @Test
  void aProjectionHasTheLengthOne() {
    store(card(PretrainingMethod.SPECMOCO));
    try (PretrainedEncoder encoder = open(RepresentationLayer.PROJECTION)) {
      assertThat(encoder.width()).isEqualTo(DIMENSION);
      for (float[] one : represent(encoder, SPECTRA)) {
        double square = IntStream.range(0, one.length).mapToDouble(i -> one[i] * one[i]).sum();
        assertThat(square).isCloseTo(1, within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SPECRR", "SPECSELFTIME"})
  void anEncoderWithoutAHeadHasNoProjection(PretrainingMethod method) {
    store(card(method));
    assertThatThrownBy(() -> open(RepresentationLayer.PROJECTION))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("which was trained without a projection. Leave layer out");
  }

  @Test
  void aClassifierIsNoEncoder() {
    store(new EncoderCard(Architecture.CNN, new EncoderSettings(StoredModels.POINTS, 0), 3));
    assertThatThrownBy(() -> open(RepresentationLayer.REPRESENTATION))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("of the kind cnn, which is no encoder of representations. Name an");
  }

  @Test
  void spectraOnAnotherAxisAreRefused() {
    store(card(PretrainingMethod.SPECRR));
    double[] shifted = StoredModels.axis().values().clone();
    Arrays.setAll(shifted, i -> shifted[i] + 0.02);
    SpectralAxis axis = new SpectralAxis(AxisKind.TWO_THETA_DEG, shifted);
    try (PretrainedEncoder encoder = open(RepresentationLayer.REPRESENTATION)) {
      assertThatThrownBy(() -> encoder.represent(axis, SPECTRA, OtherAxis.REFUSE, "scan 7"))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("scan 7: its axis is two_theta_deg");
    }
  }

  private static PretrainedCard card(PretrainingMethod method) {
    double coefficient =
        switch (method) {
          case SPECSELFTIME, SPECRR -> 0;
          case SPECRRMOCO -> 0.01;
          case SPECMOCO, SUPERVISED_CONTRAST -> Double.POSITIVE_INFINITY;
        };
    return new PretrainedCard(
        method,
        new RepresentationSettings(256, 16, 236, method.needsLabels()),
        new SelfSupervisedSettings(
            coefficient, 2, 5, 5, new MomentumSettings(new ContrastSettings(DIMENSION, 0.1), 8, 0)),
        new Views(AugmentationChain.of()));
  }

  private void store(NetworkCard network) {
    WeightPlan plan = new WeightPlan();
    network.build(plan);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(3)) {
      ModelFolder.at(new LocalFolderStore(folder.resolve("model")))
          .save(StoredModels.checkpoint(network.description(), NetworkArrays.of(block)), 0);
    }
  }

  private PretrainedEncoder open(RepresentationLayer layer) {
    return PretrainedEncoder.open(
        new LocalFolderStore(folder.resolve("model")), layer, Placement.CPU);
  }

  private static List<float[]> represent(PretrainedEncoder encoder, List<Spectrum> spectra) {
    return encoder.represent(StoredModels.axis(), spectra, OtherAxis.REFUSE, "D1");
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

  private static String line(Spectrum spectrum) {
    return String.join(
        " ",
        IntStream.range(0, StoredModels.POINTS)
            .mapToObj(i -> Float.toString(spectrum.intensity()[i]))
            .toList());
  }

  private static float[] numbers(String line) {
    String[] words = line.split(" ", -1);
    float[] numbers = new float[words.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(words[i]);
    }
    return numbers;
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
      return Files.readString(folder.resolve("python.log"));
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
