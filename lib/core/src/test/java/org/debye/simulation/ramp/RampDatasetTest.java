package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Table 2.1 of Sun 2023, and what labels follow from. */
class RampDatasetTest {

  @ParameterizedTest
  @CsvSource({
    "D1, Fe, 10, 260, 60, 17, 0, 43",
    "D2, Fe, 100, 10, 116, 29, 0, 87",
    "D3, Fe, 10, 160, 70, 21, 0, 49",
    "D4, Fe, 1, 1030, 130, 33, 0, 97",
    "D5, Fe, 100, 10, 130, 37, 0, 93",
    "D6, Fe, 10, 262, 70, 22, 0, 48",
    "D7, Fe, 10, 287, 258, 19, 0, 239",
    "D8, FeO, 50, 7, 222, 71, 20, 131",
    "D9, FeO, 50, 2.2, 460, 90, 65, 305"
  })
  void countsAreThoseOfTable21(
      String name,
      String sample,
      double milliseconds,
      double rate,
      int frames,
      int before,
      int during,
      int after) {
    RampDataset dataset = RampDataset.named(name);
    assertThat(dataset.sample().formula()).isEqualTo(sample);
    assertThat(dataset.exposureSeconds()).isCloseTo(milliseconds / 1e3, within(1e-12));
    assertThat(dataset.frames()).isEqualTo(frames);
    int[] counts = new int[3];
    double fastest = 0;
    for (int frame = 0; frame < frames; frame++) {
      FrameTruth truth = dataset.truth(frame);
      counts[truth.label().number()]++;
      if (frame > 0) {
        double rise = truth.pressureGpa() - dataset.truth(frame - 1).pressureGpa();
        fastest = Math.max(fastest, rise / dataset.exposureSeconds());
      }
    }
    assertThat(counts).containsExactly(before, during, after);
    assertThat(fastest).isCloseTo(rate, within(1e-6 * rate));
  }

  @ParameterizedTest
  @MethodSource("org.debye.simulation.ramp.RampDataset#all")
  void truthIsConsistent(RampDataset dataset) {
    FrameTruth last = dataset.truth(0);
    for (int frame = 0; frame < dataset.frames(); frame++) {
      FrameTruth truth = dataset.truth(frame);
      double sum = truth.fractions().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isCloseTo(1, within(1e-12));
      double fresh = truth.fractions().getOrDefault(dataset.sample().after().key(), -1.0);
      double powder = 1 - dataset.calibrant() - dataset.medium();
      assertThat(fresh / powder).isCloseTo(truth.newShare(), within(1e-12));
      assertThat(truth.pressureGpa()).isGreaterThanOrEqualTo(last.pressureGpa());
      assertThat(truth.label()).isGreaterThanOrEqualTo(last.label());
      last = truth;
    }
    assertThat(last.pressureGpa()).isLessThanOrEqualTo(dataset.name().startsWith("D") ? 65 : 86);
    assertThat(last.timeSeconds())
        .isCloseTo((dataset.frames() - 1) * dataset.exposureSeconds(), within(1e-9));
  }

  @Test
  void transitionsBeginWhereTheyShould() {
    assertThat(Sample.IRON.newShare(12.9)).isLessThan(0.1);
    assertThat(Sample.IRON.newShare(15)).isGreaterThan(0.5);
    assertThat(Sample.WUSTITE.newShare(14)).isCloseTo(0.1, within(0.001));
    assertThat(Sample.MAGNESIOWUSTITE.newShare(13)).isEqualTo(0.5);
  }

  @Test
  void thePublishedRampGoesOverBetweenFrames175And176() {
    RampDataset ramp = RampDataset.named("MGFEO");
    assertThat(ramp.truth(0).pressureGpa()).isEqualTo(0.5);
    assertThat(ramp.truth(80).pressureGpa()).isCloseTo(2, within(1e-9));
    assertThat(ramp.truth(175).label()).isEqualTo(FrameLabel.BEFORE);
    assertThat(ramp.truth(176).label()).isEqualTo(FrameLabel.AFTER);
    assertThat(ramp.truth(175).pressureGpa()).isBetween(12.7, 13.1);
    assertThat(ramp.truth(348).pressureGpa()).isCloseTo(86, within(1e-9));
  }

  @Test
  void extraPhasesAreWhereTable21HasThem() {
    for (RampDataset dataset : RampDataset.all()) {
      assertThat(dataset.calibrant() > 0)
          .as(dataset.name())
          .isEqualTo(dataset.name().equals("D6") || dataset.name().equals("mgfeo"));
      assertThat(dataset.medium() > 0).as(dataset.name()).isEqualTo(dataset.name().equals("D7"));
    }
  }

  @Test
  void labelsFollowFromThresholds() {
    LabelRule three = new LabelRule(0.1, 0.9);
    assertThat(three.label(0.0999)).isEqualTo(FrameLabel.BEFORE);
    assertThat(three.label(0.1)).isEqualTo(FrameLabel.DURING);
    assertThat(three.label(0.8999)).isEqualTo(FrameLabel.DURING);
    assertThat(three.label(0.9)).isEqualTo(FrameLabel.AFTER);
    LabelRule two = new LabelRule(0.5, 0.5);
    assertThat(two.label(0.4999)).isEqualTo(FrameLabel.BEFORE);
    assertThat(two.label(0.5)).isEqualTo(FrameLabel.AFTER);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> RampDataset.named("D10"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "dataset: there is no ramp named 'D10'."
                + " There are mgfeo, D1, D2, D3, D4, D5, D6, D7, D8, D9.");
    assertThatThrownBy(() -> RampDataset.named("D1").truth(60))
        .hasMessageContaining("frame must be within 0 and 59, got 60");
    assertThatThrownBy(() -> new LabelRule(0.6, 0.4)).hasMessageContaining("shares must rise");
    assertThatThrownBy(() -> new TrapezoidProfile(5, 4, 0, 1))
        .hasMessageContaining("pressure must rise");
    assertThatThrownBy(() -> new TrapezoidProfile(1, 4, 0, 0))
        .hasMessageContaining("hold and rise must be positive");
    assertThatThrownBy(
            () -> new RampDataset("x", Sample.IRON, 0, 10, new TrapezoidProfile(1, 4, 0, 1), 0, 0))
        .hasMessageContaining("exposure and frames must be positive");
  }

  @Test
  void aMeasuredProfileGoesThroughWhatWasMeasuredAndNeverFalls() {
    MeasuredProfile profile =
        new MeasuredProfile(List.of(0.0, 1.0, 2.0, 5.0), List.of(1.0, 1.1, 9.0, 10.0));
    assertThat(profile.at(1)).isEqualTo(1.1);
    assertThat(profile.at(2)).isEqualTo(9);
    assertThat(profile.at(-1)).isEqualTo(1);
    assertThat(profile.at(9)).isEqualTo(10);
    double last = 0;
    for (int i = 0; i <= 500; i++) {
      assertThat(profile.at(0.01 * i)).isBetween(last, 10.0);
      last = profile.at(0.01 * i);
    }
    MeasuredProfile straight = new MeasuredProfile(List.of(0.0, 1.0, 3.0), List.of(2.0, 4.0, 8.0));
    assertThat(straight.at(2.2)).isCloseTo(6.4, within(1e-12));
    assertThatThrownBy(() -> new MeasuredProfile(List.of(0.0, 1.0), List.of(3.0, 2.0)))
        .hasMessageContaining("times and pressures must rise");
    assertThatThrownBy(() -> new MeasuredProfile(List.of(0.0), List.of(3.0)))
        .hasMessageContaining("there must be two of each");
  }
}
