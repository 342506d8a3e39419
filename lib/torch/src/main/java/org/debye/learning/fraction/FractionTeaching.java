package org.debye.learning.fraction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.PinballLoss;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Encoder;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.network.Scores;
import org.debye.learning.probe.MeasuredTargets;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.train.TrainingWatch;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;

/**
 * A network that learns the fractions of classes from some spectra and is asked about others.
 *
 * @param architecture one that takes single spectra
 * @param dropout share dropped after hidden layers
 * @param intervals whose quantiles it learns
 */
public record FractionTeaching(
    TrainingSettings settings,
    Architecture architecture,
    double dropout,
    IntervalLevels intervals) {
  /** Spectra that are asked about at once. */
  private static final int ASKED = 256;

  /**
   * Teaches, and asks.
   *
   * @param learnt N spectra
   * @param truth N x C
   * @param asked as long as those learnt from
   * @return an answer to each part of those asked about, in their order
   */
  public List<FractionAnswers> answers(
      SpectrumSource learnt, MeasuredTargets truth, List<? extends SpectrumSource> asked) {
    WeightPlan plan = new WeightPlan();
    Encoder encoder =
        architecture.build(plan.under("encoder"), new EncoderSettings(learnt.points(), dropout));
    FractionNetwork network = FractionNetwork.on(plan, encoder, truth.outputs(), intervals);
    PinballLoss quantiles = new PinballLoss(intervals.probabilities());
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU)) {
      block.initialise(settings.seed());
      new Trainer(settings, new FractionObjective(network, quantiles, truth), block, new Alone())
          .train(examples(learnt), null, null, TrainingWatch.SILENT);
      List<FractionAnswers> answers = new ArrayList<>();
      asked.forEach(part -> answers.add(ask(network, truth.outputs(), part)));
      return answers;
    }
  }

  @SuppressWarnings("try") // Scopes are closed, not read.
  private FractionAnswers ask(FractionNetwork network, int classes, SpectrumSource asked) {
    int levels = intervals.count();
    double[] fractions = new double[asked.size() * classes];
    double[][] lower = new double[levels][asked.size() * classes];
    double[][] upper = new double[levels][asked.size() * classes];
    Examples examples = examples(asked);
    Feed feed = new Feed(examples, Placement.CPU);
    for (int[] batch : BatchPlan.inOrder(examples, ASKED)) {
      try (NativeWork work = NativeWork.begin();
          NoGradGuard plain = new NoGradGuard()) {
        FractionNetwork.Said said =
            network.of(feed.batch(batch).spectra(), Pass.looking(new Alone()));
        double[] scores = Numbers.doubles(said.scores());
        double[] quantiles = Numbers.doubles(said.quantiles());
        Scores all = new Scores(scores, classes);
        for (int row = 0; row < batch.length; row++) {
          int into = batch[row] * classes;
          System.arraycopy(all.probabilities(row), 0, fractions, into, classes);
          for (int level = 0; level < levels; level++) {
            int from = (row * levels + level) * 2 * classes;
            System.arraycopy(quantiles, from, lower[level], into, classes);
            System.arraycopy(quantiles, from + classes, upper[level], into, classes);
          }
        }
      }
    }
    return new FractionAnswers(classes, fractions, lower, upper);
  }

  /** An id is the number of the spectrum. */
  private static Examples examples(SpectrumSource spectra) {
    return Examples.single(
        spectra,
        IntStream.range(0, spectra.size()).map(i -> -1).toArray(),
        LongStream.range(0, spectra.size()).toArray());
  }
}
