package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSampler;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.Recorder;
import org.debye.inference.nuts.SampledChain;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coordinates are a matter of speed: the posterior is one in all of them. */
final class GlobalsChartTest {
  private static final RandomStreams STREAMS = RandomStreams.of(81);
  private static final int CHAINS = 2;
  private static final int DRAWS = 3_000;

  /** Of a few observations in so much noise that it may explain all of their variance. */
  @ParameterizedTest
  @CsvSource({"AUTHORS_CODE, 2", "STANDARD_DEVIATION, 1"})
  void momentsAndLayoutGiveOnePosterior(NoiseModel noise, double sigma) {
    MixingModel model = new MixingModel(3, 2, 30, 4, sigma, 1, noise);
    Observations observed = MixtureSimulator.simulate(model, 6, STREAMS.under("data")).observed();
    MixingDensity joint = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    MarginalDensity density = MarginalDensity.of(joint, new StickLattice(0.6));
    List<double[][]> moments = labelFree(MomentChart.of(density, joint), joint);
    List<double[][]> layout = labelFree(new GlobalsChart.LayoutChart(density), joint);
    List<String> names = names(joint);
    for (int i = 0; i < names.size(); i++) {
      double[][] one = moments.get(i);
      double[][] other = layout.get(i);
      double error = Math.hypot(MonteCarloError.mean(one), MonteCarloError.mean(other));
      assertThat(Math.abs(mean(one) - mean(other)))
          .as("%s: %g and %g", names.get(i), mean(one), mean(other))
          .isLessThan(4 * error);
    }
  }

  private static List<String> names(MixingDensity joint) {
    List<String> names = new ArrayList<>(LabelFree.names(GlobalsLayout.of(joint.layout())));
    names.add("log volume");
    names.add("whether the triangle is small");
    return names;
  }

  /** Values of each quantity, by chain and draw. */
  private static List<double[][]> labelFree(GlobalsChart chart, MixingDensity joint) {
    int count = names(joint).size();
    List<double[][]> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(new double[CHAINS][DRAWS]);
    }
    double[] globals = new double[joint.layout().globals()];
    double[] inside = new double[joint.layout().abundancesAt()];
    for (int chain = 0; chain < CHAINS; chain++) {
      double[] draws = sample(chart, joint, chain).values();
      int width = chart.dimension();
      for (int draw = 0; draw < DRAWS; draw++) {
        chart.leave(Arrays.copyOfRange(draws, draw * width, (draw + 1) * width), inside);
        joint.layout().constrain(inside, globals);
        double[] some = LabelFree.values(GlobalsLayout.of(joint.layout()), globals);
        double log = Math.log(some[0]);
        for (int i = 0; i < some.length; i++) {
          values.get(i)[chain][draw] = some[i];
        }
        values.get(count - 2)[chain][draw] = log;
        values.get(count - 1)[chain][draw] = log < -3.5 ? 1 : 0;
      }
    }
    return values;
  }

  private static ChainDraws sample(GlobalsChart chart, MixingDensity joint, int number) {
    NutsSettings settings =
        NutsSettings.standard().withMetric(MetricKind.LOW_RANK).withTargetAcceptance(0.9);
    double[] start = new double[chart.dimension()];
    chart.enter(StartPoint.atObservations(joint, STREAMS.at("start", number)), start);
    ChainStart begun = NutsChain.startAt(chart, settings, start, STREAMS.at("chain", number));
    Recorder recorder = Recorder.unconstrained(chart.dimension());
    SampledChain chain = NutsSampler.sample(((ChainStart.Started) begun).chain(), DRAWS, recorder);
    return ((SampledChain.Sampled) chain).draws();
  }

  private static double mean(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).average().orElseThrow();
  }
}
