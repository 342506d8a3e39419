package org.debye.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.debye.inference.variational.Iterate;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.unmixing.posterior.HmcBeginning;
import org.debye.unmixing.posterior.HmcChain;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.HmcStart;
import org.debye.unmixing.posterior.MixingDensity;
import org.debye.unmixing.posterior.VariationalStartSettings;
import org.junit.jupiter.api.Test;

/** The likeliest of several chains goes on from where it was compared. */
final class ComparedChainsTest {
  private static final StudyModel MODEL =
      new StudyModel(2, 1, 60, 2, 2, 1, NoiseModel.STANDARD_DEVIATION);
  private static final VariationalStartSettings UNUSED =
      new VariationalStartSettings(800, 0.01, Iterate.LAST, 200, 3, 100);

  private static StudySettings settings(int compared) {
    HmcSettings hmc = HmcSettings.standard().withDraws(150, 4000);
    return new StudySettings(hmc, hmc.withDraws(compared, 500), UNUSED, UNUSED, 1);
  }

  private static StudyDataset dataset(long seed) {
    return new StudyDataset(MODEL, 1, new NoiseScale.Fixed(0.1), seed, 0);
  }

  private static StudyCell cell(StudyDataset dataset, int start, StudyPart part, int compared) {
    return new StudyCell(
        dataset, StudyMethod.HMC, start, settings(compared), StudyDetail.NUMBERS, part);
  }

  private static Map<String, Double> repeatable(StudyCell cell) {
    Map<String, Double> metrics = new HashMap<>(cell.run().metrics());
    metrics.remove(StudyMetric.CPU_SECONDS.key());
    return metrics;
  }

  @Test
  void whoGoesOnComesToTheSameNumbersWhetherItBeginsAgainOrNot() {
    StudyDataset dataset = dataset(5);
    StudyCell kept = cell(dataset, 1, StudyPart.KEPT, 30);
    Map<String, Double> begunAgain = repeatable(kept);
    Map<String, Double> compared = repeatable(cell(dataset, 1, StudyPart.COMPARED, 30));
    assertThat(ComparedChains.take(kept)).isPresent();
    repeatable(cell(dataset, 1, StudyPart.COMPARED, 30));
    assertThat(repeatable(kept)).isEqualTo(begunAgain);
    assertThat(ComparedChains.take(kept)).isEmpty();
    assertThat(begunAgain.get(StudyMetric.WORST_ESS.key())).isGreaterThanOrEqualTo(150);
    assertThat(begunAgain.get(StudyMetric.DRAWS.key()))
        .isGreaterThan(compared.get(StudyMetric.DRAWS.key()));
  }

  @Test
  void theLikeliestIsThereOnceForItsOwnStartAndSettings() {
    StudyDataset dataset = dataset(6);
    HmcChain chain = chain(dataset);
    for (int start = 0; start < 3; start++) {
      StudyCell cell = cell(dataset, start, StudyPart.COMPARED, 30);
      ComparedChains.offer(cell, start == 1 ? chain : chain(dataset), start == 1 ? -2.0 : -3.0);
    }
    assertThat(ComparedChains.take(cell(dataset, 1, StudyPart.KEPT, 30))).containsSame(chain);
    assertThat(ComparedChains.take(cell(dataset, 1, StudyPart.KEPT, 30))).isEmpty();
    ComparedChains.offer(cell(dataset, 1, StudyPart.COMPARED, 30), chain, -2);
    assertThat(ComparedChains.take(cell(dataset, 2, StudyPart.KEPT, 30))).isEmpty();
    ComparedChains.offer(cell(dataset, 1, StudyPart.COMPARED, 30), chain, -2);
    assertThat(ComparedChains.take(cell(dataset, 1, StudyPart.KEPT, 40))).isEmpty();
  }

  /** One of another study, however likely, does not keep this study's out. */
  @Test
  void studiesDoNotShareChains() {
    StudyDataset dataset = dataset(7);
    HmcChain chain = chain(dataset);
    ComparedChains.offer(cell(dataset, 1, StudyPart.COMPARED, 40), chain(dataset), 10);
    ComparedChains.offer(cell(dataset, 1, StudyPart.COMPARED, 30), chain, -2);
    assertThat(ComparedChains.take(cell(dataset, 1, StudyPart.KEPT, 30))).containsSame(chain);
  }

  private static HmcChain chain(StudyDataset dataset) {
    SimulatedDataset data = SimulatedDataset.of(dataset);
    MixingDensity density =
        MixingDensity.of(data.inferring(), data.observed(), MixingDensity.Options.ofModel());
    HmcBeginning begun =
        HmcStart.begin(density, settings(30).compared(), RandomStreams.of(1).at("chain"));
    return ((HmcBeginning.Begun) begun).chain();
  }
}
