package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;

/** The ceiling: unbiased, as uncertain as it says, and scored against the truth. */
class ShareOracleTest {

  @Test
  void withoutNoiseItFindsTheTruth() {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D9"), 3);
    ShareOracle oracle = new ShareOracle(ramp);
    for (int frame : new int[] {60, 100, 122, 150, 200}) {
      double[] expected = ramp.expected(frame);
      float[] exact = new float[expected.length];
      for (int i = 0; i < exact.length; i++) {
        exact[i] = (float) expected[i];
      }
      assertThat(
              oracle.estimate(frame, new Spectrum(exact, Spectrum.NONE, Spectrum.NONE)).newShare())
          .isCloseTo(ramp.truth(frame).newShare(), within(1e-5));
    }
  }

  @Test
  void itsErrorsAreAsLargeAsItSays() {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("D9"), 3);
    ShareOracle oracle = new ShareOracle(ramp);
    double square = 0;
    int count = 0;
    for (int frame = 90; frame < 155; frame++) {
      ShareOracle.Estimate estimate = oracle.estimate(frame, ramp.spectrum(frame));
      double off = estimate.newShare() - ramp.truth(frame).newShare();
      square += off * off / (estimate.standardError() * estimate.standardError());
      count++;
    }
    // mean square of 65 standard normals: standard deviation 0.175
    assertThat(square / count).isBetween(0.4, 1.7);
  }

  @Test
  void fewerPhotonsAreLessCertain() {
    RampDataset bright = RampDataset.named("D5");
    RampDataset dim =
        new RampDataset(
            bright.name(),
            bright.sample(),
            bright.exposureSeconds() / 100,
            130,
            new TrapezoidProfile(14.3, 14.4, 0, 1),
            0,
            0);
    RampDataset same =
        new RampDataset(
            bright.name(),
            bright.sample(),
            bright.exposureSeconds(),
            130,
            new TrapezoidProfile(14.3, 14.4, 0, 1),
            0,
            0);
    SimulatedRamp few = new SimulatedRamp(dim, 1);
    SimulatedRamp many = new SimulatedRamp(same, 1);
    double wide = new ShareOracle(few).estimate(0, few.spectrum(0)).standardError();
    double narrow = new ShareOracle(many).estimate(0, many.spectrum(0)).standardError();
    assertThat(wide / narrow).isCloseTo(10, within(1.0));
  }

  @Test
  void scoresAreThoseOfTheLabels() {
    RampDataset dataset = RampDataset.named("D8");
    List<Double> truth = new ArrayList<>();
    for (int frame = 0; frame < dataset.frames(); frame++) {
      truth.add(dataset.truth(frame).newShare());
    }
    assertThat(OracleScore.of(dataset, truth)).isEqualTo(new OracleScore(1, 0, 0, 0));
    List<Double> late = new ArrayList<>(truth);
    late.remove(late.size() - 1);
    late.remove(late.size() - 1);
    late.add(0, 0.0);
    late.add(0, 0.0);
    OracleScore score = OracleScore.of(dataset, late);
    assertThat(score.onsetError()).isEqualTo(2);
    assertThat(score.completionError()).isEqualTo(2);
    assertThat(score.accuracy()).isCloseTo(1 - 4.0 / 222, within(1e-12));
  }

  @Test
  void aStrayLabelDoesNotMoveTheBoundary() {
    FrameLabel b = FrameLabel.BEFORE;
    FrameLabel a = FrameLabel.AFTER;
    FrameLabel[] labels = {b, a, b, b, b, a, a, b, a, a};
    assertThat(OracleScore.boundary(labels, FrameLabel.AFTER)).isEqualTo(5);
    assertThat(OracleScore.boundary(new FrameLabel[] {b, b}, FrameLabel.AFTER)).isEqualTo(2);
    assertThat(OracleScore.boundary(new FrameLabel[] {a, a}, FrameLabel.AFTER)).isZero();
  }

  @Test
  void theCeilingIsHigh() {
    OracleScore score = OracleScore.of(new SimulatedRamp(RampDataset.named("D6"), 1));
    assertThat(score.accuracy()).isGreaterThan(0.98);
    assertThat(score.completionError()).isLessThanOrEqualTo(1);
  }
}
