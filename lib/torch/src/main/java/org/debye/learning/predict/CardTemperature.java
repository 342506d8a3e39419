package org.debye.learning.predict;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.classification.ProbabilityScores;
import org.debye.evaluation.classification.TemperatureScaling;
import org.debye.learning.checkpoint.ModelCard;

/** The temperature of a model's probabilities, which its card has among its metrics. */
public final class CardTemperature {
  private static final String TEMPERATURE = "temperature";
  private static final String BEFORE = "validation_log_loss_at_1";
  private static final String AFTER = "validation_log_loss";

  private CardTemperature() {}

  /** Of a card; empty where the probabilities are the model's own. */
  public static Optional<TemperatureScaling> of(ModelCard card) {
    return Optional.ofNullable(card.metrics().get(TEMPERATURE)).map(TemperatureScaling::new);
  }

  /**
   * For the card: the temperature, and the log loss of the same spectra with it and without.
   *
   * @param unseen the model's own probabilities of spectra that it was checked by
   * @throws org.debye.failure.InputException where they are too few
   */
  public static Map<String, Double> metrics(ClassProbabilities unseen) {
    TemperatureScaling scaling = TemperatureScaling.fit(unseen);
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put(TEMPERATURE, scaling.temperature());
    metrics.put(BEFORE, ProbabilityScores.of(unseen).logLoss());
    metrics.put(AFTER, ProbabilityScores.of(unseen.scaled(scaling)).logLoss());
    return metrics;
  }

  /** In words, for people; empty where there is none. */
  public static Optional<String> told(ModelCard card) {
    return of(card)
        .map(
            scaling ->
                String.format(
                    Locale.ROOT,
                    "temperature %.2f: log loss %.4f in place of %.4f on validation",
                    scaling.temperature(),
                    card.metrics().get(AFTER),
                    card.metrics().get(BEFORE)));
  }
}
