package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;

final class StateDictTest {
  private static final StateDict STATE =
      StateDict.of(
          List.of(
              NamedArray.ofFloats("features.0.weight", new float[40], 8, 1, 5),
              NamedArray.ofFloats("features.0.bias", new float[8], 8),
              NamedArray.ofLongs("features.1.num_batches_tracked", new long[1])));

  @Test
  void partsTravelTogetherAndComeApart() {
    Map<String, StateDict> parts = new LinkedHashMap<>();
    parts.put("best.", STATE);
    parts.put("random.", StateDict.of(List.of(NamedArray.ofBytes("state", new byte[9]))));
    StateDict joined = StateDict.joined(parts);
    assertThat(joined.arrays())
        .extracting(NamedArray::name)
        .containsExactly(
            "best.features.0.weight",
            "best.features.0.bias",
            "best.features.1.num_batches_tracked",
            "random.state");
    assertThat(ExampleModel.content(joined.part("best."))).isEqualTo(ExampleModel.content(STATE));
    assertThat(joined.part("optimiser.").arrays()).isEmpty();
  }

  @Test
  void theWeightsOfAnotherArchitectureAreRefused() {
    assertThatCode(
            () ->
                STATE.requireShapes(
                    Map.of(
                        "features.0.weight",
                        new long[] {8, 1, 5},
                        "features.0.bias",
                        new long[] {8},
                        "features.1.num_batches_tracked",
                        new long[0]),
                    "m"))
        .doesNotThrowAnyException();
    Map<String, long[]> other = new LinkedHashMap<>();
    other.put("features.0.weight", new long[] {8, 1, 7});
    for (int i = 0; i < 5; i++) {
      other.put("head." + i, new long[] {2});
    }
    assertThatThrownBy(() -> STATE.requireShapes(other, "m.safetensors"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "m.safetensors: these are the weights of another architecture: without head.0, head.1,"
                + " head.2 and 2 more; with features.0.bias, features.1.num_batches_tracked;"
                + " features.0.weight [8, 1, 5] for [8, 1, 7]. Name the checkpoint of this model,"
                + " or build the model that its card describes.");
  }

  @Test
  void aNameThatIsNotThere() {
    assertThatThrownBy(() -> STATE.array("head.bias"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "head.bias: the checkpoint has no such array. Load it into the model that wrote it.");
  }

  @Test
  void aNameIsThereOnceAndIsNotThatOfTheTexts() {
    NamedArray one = NamedArray.ofLongs("a", new long[1]);
    assertThatThrownBy(() -> StateDict.of(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StateDict.of(List.of(one.named("__metadata__"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
