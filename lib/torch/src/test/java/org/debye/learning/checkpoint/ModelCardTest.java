package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

final class ModelCardTest {
  private static final String REMEDY =
      ". Copy the folder again, or go back to another checkpoint of the model.";
  private static final StoredFile FILE =
      new StoredFile("model-000007-0123456789ab.safetensors", 12, "ab".repeat(32));

  @Test
  void aCardIsReadAsItWasWritten() {
    CardDocument document = document();
    CardDocument read = CardJson.read(CardJson.write(document), "card.json");
    assertThat(read).isEqualTo(document);
    assertThat(read.model().axis().axis().id()).isEqualTo(ExampleModel.axis().id());
    assertThat(CardJson.write(read)).isEqualTo(CardJson.write(document));
  }

  @Test
  void itsFieldsAreSpelledAsInTables() {
    assertThat(text())
        .contains(
            "\"format\" : \"debye-model\"",
            "\"kind\" : \"two_theta_deg\"",
            "\"baseline\" : \"subtracted\"",
            "\"scaling\" : \"unit_range\"",
            "\"global_step\" : 434",
            "\"dataset_ids\" : [ \"D4-0a\", \"D5-1b\" ]",
            "\"learning-rate\" : 0.001",
            "\"batches\" : -9223372036854775808",
            "\"step\" : 0.005",
            "\"id\" : \"" + ExampleModel.axis().id() + "\"");
  }

  @Test
  void anAxisIsKeptToTheLastBit() {
    for (int seed = 0; seed < 200; seed++) {
      RandomStream random = RandomStreams.of(21).at("axes", seed);
      double[] values = new double[random.nextInt(300)];
      double start = random.nextGaussian();
      double step = random.nextDouble();
      for (int i = 0; i < values.length; i++) {
        values[i] =
            seed % 2 == 0 ? start + i * step : start + i * step + 1e-9 * random.nextDouble();
      }
      SpectralAxis axis = new SpectralAxis(AxisKind.Q_PER_NM, values);
      assertThat(CardAxis.of(axis).axis().values()).as("seed %d", seed).isEqualTo(values);
    }
    assertThat(CardAxis.of(ExampleModel.axis()).points()).isInstanceOf(CardAxis.Regular.class);
    SpectralAxis squares = new SpectralAxis(AxisKind.CHANNEL, new double[] {0, 1, 4});
    assertThat(CardAxis.of(squares).points())
        .isEqualTo(new CardAxis.Listed(List.of(0.0, 1.0, 4.0)));
  }

  @Test
  void aFieldThatNobodyKnowsIsRefused() {
    assertRefused(text().replace("\"world_size\" : 2", "\"world_size\" : 2, \"rank\" : 0"))
        .hasMessage("f/card.json: nothing is known of a field model.training.rank" + REMEDY);
  }

  @Test
  void aFieldThatIsMissingOrOfAnotherTypeIsRefused() {
    assertRefused(text().replace("\"epoch\" : 7,", ""))
        .hasMessageStartingWith("f/card.json: there is no field model.training.epoch. Copy");
    assertRefused(text().replace("\"epoch\" : 7,", "\"epoch\" : \"7\","))
        .hasMessageStartingWith("f/card.json: model.training.epoch: Cannot coerce");
    assertRefused(text().replace("\"unit_range\"", "\"unit_rage\""))
        .hasMessageStartingWith("f/card.json: model.treatment.scaling: Cannot deserialize");
    assertRefused(text().replace("\"epoch\" : 7,", "\"epoch\" : 7, \"epoch\" : 8,"))
        .hasMessageStartingWith("f/card.json: it is no valid JSON: Duplicate field 'epoch'");
  }

  @Test
  void aChangedCardIsRefused() {
    assertRefused(text().replace("\"accuracy\" : 0.98", "\"accuracy\" : 0.99"))
        .hasMessage("f/card.json: it was changed after it was written" + REMEDY);
    assertRefused(text().replace("\"step\" : 0.005", "\"step\" : 0.006"))
        .hasMessageStartingWith("f/card.json: model.axis: the axis has the id ")
        .hasMessageContaining("not " + ExampleModel.axis().id());
    assertRefused(text().replace("model-000007-0123456789ab", "../../etc/passwd"))
        .hasMessageContaining("'../../etc/passwd.safetensors' is no name of a file of weights");
  }

  @Test
  void aFileThatIsNoCardIsRefused() {
    assertRefused("{\"format\":\"other\"}").hasMessage("f/card.json: it is no model card" + REMEDY);
    assertRefused("").hasMessage("f/card.json: it is no model card" + REMEDY);
    assertRefused(text().substring(0, 300))
        .hasMessageStartingWith("f/card.json: it is no valid JSON: ");
    assertRefused(text() + "{}").hasMessageStartingWith("f/card.json: it is no valid JSON: ");
  }

  @Test
  void aCardOfANewerDebyeIsRefused() {
    assertRefused(text().replace("\"version\" : 1", "\"version\" : 2"))
        .hasMessage(
            "f/card.json: the card is of version 2, and this Debye reads up to 1. Take the release"
                + " of Debye that wrote it, or a newer one.");
  }

  @Test
  void anotherArchitectureIsRefused() {
    Architecture mine = ExampleModel.card(1, "run").architecture();
    mine.require(ExampleModel.card(2, "other").architecture(), "m");
    Architecture other =
        new Architecture(
            "convsc", NamedSettings.of(Map.of("kernels", List.of(5, 5), "width", 64)), 659_525);
    assertThatThrownBy(() -> mine.require(other, "models/cnn"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "models/cnn: the checkpoint is of another architecture: model is cnn, not convsc,"
                + " dropout is 0.25, not null, kernels is [5, 3, 3], not [5, 5], norm is true, not"
                + " null, parameters is 23307, not 659525. Configure the model as the checkpoint's"
                + " card says, or name another folder.");
  }

  @Test
  void settingsAreReadByTheirType() {
    NamedSettings settings = ExampleModel.card(1, "run").architecture().hyperparameters();
    assertThat(settings.integer("width")).isEqualTo(64);
    assertThat(settings.number("width")).isEqualTo(64);
    assertThat(settings.number("dropout")).isEqualTo(0.25);
    assertThat(settings.flag("norm")).isTrue();
    assertThat(settings.integers("kernels")).containsExactly(5L, 3L, 3L);
    assertThatThrownBy(() -> settings.integer("dropout"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("setting 'dropout' is no whole number (it has {dropout=0.25,");
    assertThatThrownBy(() -> settings.text("width"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("setting 'width' is no text");
    assertThatThrownBy(() -> NamedSettings.of(Map.of("x", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("setting 'x' cannot be NaN");
    assertThatThrownBy(() -> NamedSettings.of(Map.of("x", Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMetricIsAFiniteNumber() {
    ModelCard card = ExampleModel.card(1, "run");
    assertThatThrownBy(() -> card.at(card.training(), new TreeMap<>(Map.of("loss", Double.NaN))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metric loss is NaN");
  }

  private static CardDocument document() {
    return CardJson.document(
        ExampleModel.card(7, "run"), 3, new TreeMap<>(Map.of(CardDocument.MODEL, FILE)));
  }

  private static String text() {
    return new String(CardJson.write(document()), StandardCharsets.UTF_8);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String text) {
    return assertThatThrownBy(
            () -> CardJson.read(text.getBytes(StandardCharsets.UTF_8), "f/card.json"))
        .isInstanceOf(InputException.class);
  }
}
