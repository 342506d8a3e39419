package org.debye.learning.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Collective;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.layer.Pass;
import org.debye.learning.optimise.Optimiser;
import org.debye.learning.weight.WeightBlock;
import org.debye.numeric.RandomStreams;
import org.jspecify.annotations.Nullable;

/**
 * The training loop: the same for every objective, and for one rank or many. With the same seed,
 * examples and number of ranks it gives the same bits. Not thread safe.
 */
public final class Trainer {
  private final TrainingSettings settings;
  private final Objective objective;
  private final WeightBlock weights;
  private final Collective ranks;
  private final RandomStreams streams;

  /**
   * Of a model whose weights are in place.
   *
   * @param weights initialised or loaded alike on every rank; rank 0's are taken
   */
  public Trainer(
      TrainingSettings settings, Objective objective, WeightBlock weights, Collective ranks) {
    this.settings = settings;
    this.objective = objective;
    this.weights = weights;
    this.ranks = ranks;
    this.streams = RandomStreams.of(settings.seed()).under("training");
  }

  /**
   * Trains until the last epoch or until it is told to stop; the weights are then those of the best
   * epoch if there are validation examples and patience, else of the last.
   *
   * @param training the same on every rank
   * @param validation the same on every rank, or none
   * @param from a checkpoint to go on from, or none
   * @param watch is told of each epoch
   * @return a report an epoch
   */
  public List<EpochReport> train(
      Examples training,
      @Nullable Examples validation,
      @Nullable TrainingState from,
      TrainingWatch watch) {
    EnoughForAll.check(training, settings.batchFrames(), ranks);
    List<EpochReport> reports = new ArrayList<>();
    BestWeights best = new BestWeights(settings.stopping().by());
    try (Optimiser optimiser = settings.optimiser().of(weights)) {
      if (from != null) {
        from.putBack(weights, optimiser);
        best.putBack(from);
        reports.addAll(from.reports());
      }
      ranks.broadcast(weights.values(), 0);
      ranks.broadcast(weights.buffers(), 0);
      Step step = new Step(objective, weights, optimiser, ranks);
      while (!ended(reports, best)) {
        EpochReport report = epoch(step, training, validation, reports.size());
        reports.add(report);
        best.consider(report, weights);
        watch.ended(report, () -> TrainingState.of(weights, optimiser, reports, best));
      }
    }
    if (settings.stopping().patience() > 0) {
      best.restore(weights);
    }
    return List.copyOf(reports);
  }

  private boolean ended(List<EpochReport> reports, BestWeights best) {
    if (reports.isEmpty()) {
      return false;
    }
    int patience = settings.stopping().patience();
    boolean tired =
        patience > 0 && best.epoch() >= 0 && reports.size() - 1 - best.epoch() >= patience;
    return reports.size() >= settings.epochs()
        || tired
        || settings.stopping().enough(reports.get(reports.size() - 1));
  }

  private EpochReport epoch(
      Step step, Examples training, @Nullable Examples validation, int epoch) {
    long start = System.nanoTime();
    double rate = settings.rate() * settings.schedule().factor(epoch, settings.epochs());
    RandomStreams ofEpoch = streams.under("epoch" + epoch);
    Feed feed = new Feed(training, weights.placement());
    Tally tally = new Tally();
    for (int[] batch : BatchPlan.shuffled(training, settings.batchFrames(), ofEpoch.at("order"))) {
      int[] part = BatchPlan.part(batch, ranks.rank(), ranks.size());
      tally.add(step.make(feed, part, rate, ofEpoch.under("step" + step.optimiser().steps())));
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    Tally looked = validation == null ? new Tally() : look(validation);
    return new EpochReport(
        epoch,
        step.optimiser().steps(),
        rate,
        tally.loss(),
        tally.accuracy(),
        looked.loss(),
        looked.accuracy(),
        seconds,
        tally.tasks(objective.tasks()));
  }

  private Tally look(Examples examples) {
    Feed feed = new Feed(examples, weights.placement());
    Tally tally = new Tally();
    for (int[] batch : BatchPlan.inOrder(examples, settings.batchFrames())) {
      int[] part = BatchPlan.part(batch, ranks.rank(), ranks.size());
      if (part.length > 0) {
        try (NativeWork work = NativeWork.begin();
            NoGradGuard plain = new NoGradGuard()) {
          tally.add(objective.of(feed.batch(part), Pass.looking(ranks)));
        }
      }
    }
    tally.sum(ranks);
    return tally;
  }
}
