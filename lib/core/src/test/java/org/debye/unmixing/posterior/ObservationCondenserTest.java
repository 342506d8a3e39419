package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObservationCondenserTest {
  private static final RandomStreams STREAMS = RandomStreams.of(91);
  private static final StickLattice LATTICE = new StickLattice(0.4);

  private static MixingDensity joint(int k, int d, int count) {
    MixingModel model = new MixingModel(k, d, 3, 4, 0.03, 1, NoiseModel.AUTHORS_CODE);
    Observations observed =
        MixtureSimulator.simulate(model, count, STREAMS.under("data")).observed();
    return MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
  }

  /** Places near one another. */
  private static double[][] draws(MixingDensity joint, int count, String name) {
    double[] middle = StartPoint.atObservations(joint, STREAMS.at("middle"));
    int globals = joint.layout().abundancesAt();
    RandomStream random = STREAMS.at(name);
    double[][] draws = new double[count][globals];
    for (double[] draw : draws) {
      Arrays.setAll(draw, i -> middle[i] + 0.05 * random.nextGaussian());
    }
    return draws;
  }

  private static Integration rules() {
    return Integration.onLattices(LATTICE, LATTICE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void fewSayWhatAllSayWhereTheyLearnt(int d) {
    MixingDensity joint = joint(3, d, 400);
    double[][] draws = draws(joint, ObservationCondenser.draws(joint), "learnt");
    WeightedObservations few = new ObservationCondenser(joint, rules(), draws).few().orElseThrow();
    assertThat(few.points().count()).isLessThanOrEqualTo(400 / 3);
    assertThat(Arrays.stream(few.weights()).sum()).isCloseTo(400, within(1e-6));
    MarginalDensity all = MarginalDensity.of(joint, LATTICE);
    MarginalDensity some = MarginalDensity.of(joint, LATTICE, few);
    for (double[] draw : draws) {
      assertThat(some.logDensity(draw)).isCloseTo(all.logDensity(draw), within(1e-4));
    }
    for (double[] draw : draws(joint, 20, "others")) {
      assertThat(some.logDensity(draw)).isCloseTo(all.logDensity(draw), within(1.0));
    }
  }

  /** Mean and covariance of the observations are polynomials of them. */
  @Test
  void momentsOfAllAreKept() {
    MixingDensity joint = joint(3, 2, 300);
    WeightedObservations few =
        new ObservationCondenser(joint, rules(), draws(joint, 10, "learnt")).few().orElseThrow();
    double[] expected = moments(WeightedObservations.once(joint.observations()));
    double[] found = moments(few);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-6));
    }
  }

  private static double[] moments(WeightedObservations observed) {
    double[] sums = new double[6];
    for (int i = 0; i < observed.weights().length; i++) {
      double y = observed.points().values()[2 * i];
      double z = observed.points().values()[2 * i + 1];
      double[] powers = {1, y, z, y * y, y * z, z * z};
      for (int p = 0; p < powers.length; p++) {
        sums[p] += observed.weights()[i] * powers[p];
      }
    }
    return sums;
  }

  /** The log density differs wildly from what was learnt where the globals are far away. */
  @Test
  void whatLeadsAstrayIsNoticedAndLearnt() {
    MixingDensity joint = joint(3, 2, 400);
    double[][] draws = draws(joint, 12, "learnt");
    ObservationCondenser condenser = new ObservationCondenser(joint, rules(), draws);
    MarginalDensity first = MarginalDensity.of(joint, LATTICE, condenser.few().orElseThrow());
    double[][] far = draws(joint, 30, "far");
    for (double[] draw : far) {
      for (int i = 0; i < draw.length; i++) {
        draw[i] *= 3;
      }
    }
    assertThat(condenser.strays(first, draws)).isLessThan(0.5);
    assertThat(condenser.strays(first, far)).isGreaterThan(0.5);
    condenser.learn(far);
    MarginalDensity second = MarginalDensity.of(joint, LATTICE, condenser.few().orElseThrow());
    double[][] learnt = {far[0], far[2], far[28]};
    assertThat(condenser.strays(second, learnt)).isLessThan(0.5);
  }

  /** Endmembers far from all observations. */
  @Test
  void nothingIsLearntWhereTheDensityIsNotFinite() {
    MixingDensity joint = joint(3, 2, 400);
    double[][] draws = draws(joint, 12, "learnt");
    double[] lost = draws[0].clone();
    for (int k = 0; k < 6; k++) {
      lost[joint.layout().endmembersAt() + k] = 1e9;
    }
    assertThat(MarginalDensity.of(joint, LATTICE).logDensity(lost))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    double[][] withLost = Arrays.copyOf(draws, 13);
    withLost[12] = lost;
    WeightedObservations expected =
        new ObservationCondenser(joint, rules(), draws).few().orElseThrow();
    WeightedObservations found =
        new ObservationCondenser(joint, rules(), withLost).few().orElseThrow();
    assertThat(found.weights()).isEqualTo(expected.weights());
  }

  @Test
  void tooManyFunctionsForFewAreNone() {
    MixingDensity joint = joint(3, 2, 60);
    double[][] draws = draws(joint, 30, "learnt");
    assertThat(new ObservationCondenser(joint, rules(), draws).few()).isEqualTo(Optional.empty());
  }

  @Test
  void aHandfulOfObservationsIsFewAlready() {
    MixingDensity joint = joint(3, 2, 7);
    assertThat(ObservationCondenser.draws(joint)).isZero();
    assertThat(new ObservationCondenser(joint, rules(), new double[0][]).few())
        .isEqualTo(Optional.empty());
  }

  /** Weights of one, two and three against observations that are there as often, by each rule. */
  @ParameterizedTest
  @CsvSource({"3, 2, lattice", "3, 3, lattice", "3, 2, nodes", "2, 1, nodes"})
  void aWeightIsThatManyObservations(int k, int d, String kind) {
    MixingDensity one = joint(k, d, 40);
    double[] weights = new double[40];
    Arrays.setAll(weights, i -> 1 + i % 3);
    int total = (int) Arrays.stream(weights).sum();
    double[] repeated = new double[total * d];
    int at = 0;
    for (int i = 0; i < 40; i++) {
      for (int time = 0; time < weights[i]; time++) {
        System.arraycopy(one.observations().values(), i * d, repeated, at, d);
        at += d;
      }
    }
    MixingDensity many =
        MixingDensity.of(
            one.model(), new Observations(total, d, repeated), MixingDensity.Options.ofModel());
    AbundanceRule rule = "lattice".equals(kind) ? LATTICE : new BallRule(9);
    MarginalDensity expected = MarginalDensity.of(many, rule);
    MarginalDensity weighted =
        MarginalDensity.of(many, rule, new WeightedObservations(one.observations(), weights));
    double[] slope = new double[expected.dimension()];
    double[] weightedSlope = new double[expected.dimension()];
    for (double[] draw : draws(one, 5, "places")) {
      double value = expected.evaluate(draw, slope);
      assertThat(weighted.evaluate(draw, weightedSlope)).isCloseTo(value, within(1e-8));
      for (int i = 0; i < slope.length; i++) {
        assertThat(weightedSlope[i]).isCloseTo(slope[i], within(1e-8 * (1 + Math.abs(slope[i]))));
      }
    }
  }
}
