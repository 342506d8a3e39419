package org.debye.learning.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;

/** Small models, different for each epoch and seed. */
final class ExampleModel {
  private static final List<ElementType> TYPES = List.of(ElementType.values());

  private ExampleModel() {}

  static SpectralAxis axis() {
    double[] values = new double[7];
    Arrays.setAll(values, i -> 3 + i * 0.005);
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }

  static ModelCard card(int epoch, String runId) {
    return new ModelCard(
        new Architecture(
            "cnn",
            NamedSettings.of(
                Map.of("kernels", List.of(5, 3, 3), "dropout", 0.25, "norm", true, "width", 64)),
            23_307),
        List.of("before", "after"),
        CardAxis.of(axis()),
        new SpectrumTreatment(BaselineUse.SUBTRACTED, IntensityScaling.UNIT_RANGE),
        new DataVersion("file:///data/catalogue", List.of("D5-1b", "D4-0a"), "0123456789abcdef"),
        TrainingRecord.of(
            NamedSettings.of(Map.of("optimiser", "adam", "learning-rate", 1e-3)),
            Map.of("weights", 11L, "batches", Long.MIN_VALUE),
            epoch,
            epoch * 62L,
            2,
            TrainingPrecision.FLOAT32),
        new TreeMap<>(Map.of("validation_loss", 1.0 / (3 + epoch), "accuracy", 0.98)),
        new CardOrigin("0.1.0-SNAPSHOT", runId));
  }

  static Checkpoint checkpoint(int epoch, String runId) {
    RandomStreams random = RandomStreams.of(7).under(runId);
    return new Checkpoint(
        card(epoch, runId),
        StateDict.of(state(random.at("weights", epoch)).arrays(), Map.of("format", "pt")),
        Optional.of(state(random.at("training", epoch))));
  }

  /** Up to six arrays of any type and up to three extents, some of them 0. */
  static StateDict state(RandomStream random) {
    List<NamedArray> arrays = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      ElementType type = TYPES.get(random.nextInt(TYPES.size()));
      long[] shape = new long[random.nextInt(4)];
      Arrays.setAll(shape, axis -> random.nextInt(6));
      byte[] bytes = new byte[(int) NamedArray.byteSize(type, shape)];
      random.nextBytes(bytes);
      arrays.add(NamedArray.of("layer." + i, type, shape, ByteBuffer.wrap(bytes)));
    }
    return StateDict.of(arrays);
  }

  /** Everything that is in it, comparable. */
  static List<Object> content(StateDict state) {
    List<Object> content = new ArrayList<>();
    state.arrays().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(
            array -> {
              content.add(array.toString());
              content.add(ByteBuffer.wrap(bytes(array)));
            });
    content.add(new TreeMap<>(state.texts()));
    return content;
  }

  static List<Object> content(Checkpoint checkpoint) {
    List<Object> content = new ArrayList<>(content(checkpoint.weights()));
    content.add(checkpoint.card());
    checkpoint.training().ifPresent(training -> content.addAll(content(training)));
    return content;
  }

  static byte[] bytes(NamedArray array) {
    ByteBuffer all = ByteBuffer.allocate((int) array.byteSize());
    array.pages().forEach(all::put);
    return all.array();
  }
}
