package org.debye.jobs.probe;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.probe.HeadSettings;
import org.debye.learning.probe.PeakAnswers;

/** Keys of {@code heads}: how the three linear layers learn, by Adam. */
public record HeadsConfig(
    @Key(meaning = "Learning rate of the layer for the number.", unit = "1", byDefault = "0.01")
        double numberRate,
    @Key(
            meaning = "Of the layer for the number; the thesis has 95 % right after 2.",
            unit = "epochs",
            byDefault = "200")
        int numberEpochs,
    @Key(meaning = "Learning rate of the layer for positions.", unit = "1", byDefault = "0.001")
        double positionRate,
    @Key(meaning = "Of the layer for positions.", unit = "epochs", byDefault = "800")
        int positionEpochs,
    @Key(meaning = "Learning rate of the layer for regions.", unit = "1", byDefault = "0.001")
        double regionRate,
    @Key(meaning = "Of the layer for regions.", unit = "epochs", byDefault = "15000")
        int regionEpochs,
    @Key(meaning = "Weight decay of all three layers.", unit = "1", byDefault = "1e-4")
        double weightDecay,
    @Key(meaning = "Representations of a step.", unit = "spectra", byDefault = "1024") int batch) {

  public HeadsConfig {
    above(numberRate, "numberRate");
    above(positionRate, "positionRate");
    above(regionRate, "regionRate");
    atLeastOne(numberEpochs, "numberEpochs");
    atLeastOne(positionEpochs, "positionEpochs");
    atLeastOne(regionEpochs, "regionEpochs");
    atLeastOne(batch, "batch");
    InvalidValue.unless(
        weightDecay >= 0, "weightDecay", weightDecay + " is below 0", "Write 0 for none.");
  }

  private static void above(double rate, String key) {
    InvalidValue.unless(rate > 0, key, rate + " is not above 0", "Write 0.001, for example.");
  }

  private static void atLeastOne(int value, String key) {
    InvalidValue.unless(value >= 1, key, value + " is below 1", "Write 100, for example.");
  }

  PeakAnswers.Settings settings(long seed) {
    return new PeakAnswers.Settings(
        head(numberRate, numberEpochs, seed),
        head(positionRate, positionEpochs, seed),
        head(regionRate, regionEpochs, seed));
  }

  private HeadSettings head(double rate, int epochs, long seed) {
    return new HeadSettings(rate, weightDecay, epochs, batch, seed);
  }
}
