package org.debye.spark.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.collective.Collective;
import org.debye.learning.data.Examples;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scorer;
import org.debye.learning.predict.CardTemperature;
import org.debye.learning.predict.Predictor;
import org.debye.learning.storage.BuiltClassifier;
import org.debye.learning.storage.BuiltNetwork;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.storage.TrainingArrays;
import org.debye.learning.train.EpochReport;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingState;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;
import org.debye.spark.table.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network, on every rank: reads the labelled spectra, goes on from the last checkpoint or
 * from the first weights, and leaves the finished model in the folder of the checkpoints.
 */
public record NetworkTraining(NetworkOrder order) implements RankWork<NetworkOutcome> {
  private static final long serialVersionUID = 1L;

  /** What the card calls the seconds of all epochs. */
  public static final String SECONDS = "training_seconds";

  /** What the card calls the most memory of the process of rank 0. */
  public static final String PEAK_BYTES = "peak_memory_bytes";

  @Override
  public NetworkOutcome run(RankContext context) throws IOException {
    Running running = new Running(context);
    Optional<NetworkOutcome> before = running.ended();
    if (before.isPresent()) {
      return before.get();
    }
    RankExamples.Reading reading =
        new RankExamples.Reading(
            Catalogue.at(order.catalogue(), order.hadoop().configuration()),
            order.card().axis().axis(),
            order.card().treatment(),
            order.heldBytes(),
            Path.of(System.getProperty("java.io.tmpdir")));
    try (RankExamples training = RankExamples.read(reading, order.training());
        RankExamples validation = RankExamples.read(reading, order.validation())) {
      return running.train(training, validation);
    } catch (OutOfMemoryError e) {
      throw InputException.of(
          FailureCode.OUT_OF_MEMORY,
          order.folder(),
          "a step of "
              + order.settings().batchFrames()
              + " spectra does not fit into the memory of this process: "
              + e.getMessage(),
          "Set a smaller batch, or more ranks, which share it, or give executors more memory.",
          e);
    }
  }

  /** One attempt of one rank. */
  private final class Running {
    private final RankContext context;
    private final Collective ranks;
    private final Placement placement;
    private final ModelFolder folder;
    private final TrainingProgress progress;
    private long saved = System.nanoTime();

    Running(RankContext context) throws IOException {
      this.context = context;
      this.ranks = context.collective();
      this.placement = new Placement(context.device().torchName(), order.precision());
      FolderStore store = HadoopFolderStore.at(order.folder(), order.hadoop());
      this.folder = ModelFolder.at(store);
      this.progress = new TrainingProgress(store);
      // The same bits at every repeat; operations that cannot be so are refused on a GPU.
      torch.globalContext().setDeterministicAlgorithms(true, true);
    }

    /** What an earlier run or attempt came to, if it came to its end; the same on all ranks. */
    Optional<NetworkOutcome> ended() {
      Optional<Checkpoint> last = folder.latest();
      Optional<StateDict> state = last.flatMap(Checkpoint::training);
      boolean ended = state.isPresent() && TrainingArrays.isEnded(state.get());
      for (long other : ranks.gather(ended ? 1 : 0)) {
        if (other != (ended ? 1 : 0)) {
          throw new IllegalStateException("some ranks have read a finished model, others not");
        }
      }
      return ended
          ? Optional.of(
              new NetworkOutcome(
                  TrainingArrays.reports(state.get()),
                  TrainingArrays.reports(state.get()).size(),
                  last.get().card().metrics().getOrDefault(PEAK_BYTES, -1.0).longValue()))
          : Optional.empty();
    }

    NetworkOutcome train(RankExamples read, RankExamples readForValidation) {
      WeightPlan plan = new WeightPlan();
      BuiltNetwork network = order.network().build(plan);
      boolean sequences = network.looksAtNeighbours();
      RandomStreams streams = RandomStreams.of(order.settings().seed()).under("copies");
      Examples training = read.examples(order.copies(), sequences, streams);
      Examples validation =
          readForValidation.examples(
              order.validationCopied() ? order.copies() : SpectrumCopies.NONE, sequences, streams);
      try (WeightBlock block = WeightBlock.allocate(plan, placement)) {
        block.initialise(order.settings().seed());
        takeEncoder(block);
        TrainingState from = agreed(folder.latest().flatMap(Checkpoint::training));
        Trainer trainer =
            new Trainer(
                order.settings(),
                network.objective(new CrossEntropy(order.classWeights())),
                block,
                ranks);
        List<EpochReport> reports =
            trainer.train(
                training,
                validation.frames() == 0 ? null : validation,
                from,
                (report, state) -> ended(report, block, state));
        if (ranks.rank() == 0) {
          network.conclude(placement, training, order.settings().batchFrames());
          Map<String, Double> calibration =
              calibration(
                  network, readForValidation.examples(SpectrumCopies.NONE, sequences, streams));
          folder.save(
              new Checkpoint(
                  card(reports, calibration),
                  NetworkArrays.of(block),
                  Optional.of(TrainingArrays.ended(reports))),
              context.attempt());
          progress.end();
        }
        ranks.gather(0); // nobody ends before the model is there
        return new NetworkOutcome(
            reports, from == null ? 0 : from.epoch() + 1, ProcessMemory.peakBytes());
      }
    }

    private Map<String, Double> calibration(BuiltNetwork network, Examples validation) {
      if (!order.calibrated()) {
        return Map.of();
      }
      Scorer scorer = ((BuiltClassifier) network).scorer();
      Predictor predictor = new Predictor(scorer, placement, order.settings().batchFrames());
      return CardTemperature.metrics(predictor.probabilities(validation));
    }

    /** Of a linear layer on a trained encoder: puts that encoder's weights in their place. */
    private void takeEncoder(WeightBlock block) {
      String encoder = order.encoder();
      if (encoder == null) {
        return;
      }
      try {
        Checkpoint trained = ModelFolder.at(HadoopFolderStore.at(encoder, order.hadoop())).model();
        NetworkArrays.restorePart(trained.weights(), PretrainedCard.ENCODER, block, encoder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** All ranks go on from one checkpoint; a dying attempt may have written between two reads. */
    private @Nullable TrainingState agreed(Optional<StateDict> found) {
      TrainingState state = found.map(TrainingArrays::restore).orElse(null);
      long own = state == null ? -1 : state.epoch();
      for (long other : ranks.gather(own)) {
        if (other != own) {
          throw new IllegalStateException("ranks have read checkpoints of different epochs");
        }
      }
      return state;
    }

    private void ended(EpochReport report, WeightBlock block, Supplier<TrainingState> supplied) {
      if (context.cancelled().getAsBoolean()) {
        throw new IllegalStateException("the task has been cancelled");
      }
      if (ranks.rank() == 0) {
        progress.tell(report, order.settings().epochs());
        if (System.nanoTime() - saved >= order.checkpointSeconds() * 1e9) {
          TrainingState state = supplied.get();
          folder.save(
              new Checkpoint(
                  card(state.reports(), Map.of()),
                  NetworkArrays.of(block),
                  Optional.of(TrainingArrays.of(state, order.precision()))),
              context.attempt());
          saved = System.nanoTime();
        }
      }
    }

    private ModelCard card(List<EpochReport> reports, Map<String, Double> calibration) {
      EpochReport last = reports.get(reports.size() - 1);
      Map<String, Double> metrics = new TreeMap<>(calibration);
      put(metrics, SECONDS, reports.stream().mapToDouble(EpochReport::seconds).sum());
      put(metrics, PEAK_BYTES, (double) ProcessMemory.peakBytes());
      put(metrics, "training_loss", last.loss());
      put(metrics, "training_accuracy", last.accuracy());
      put(metrics, "validation_loss", last.validationLoss());
      put(metrics, "validation_accuracy", last.validationAccuracy());
      return order
          .card()
          .at(order.card().training().at(reports.size(), last.steps()), new TreeMap<>(metrics));
    }

    private void put(Map<String, Double> metrics, String name, double value) {
      if (Double.isFinite(value)) {
        metrics.put(name, value);
      }
    }
  }
}
