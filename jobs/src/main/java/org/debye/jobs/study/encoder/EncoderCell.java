package org.debye.jobs.study.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.classification.ClassLabels;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.Weighting;
import org.debye.classification.augmentation.NoisyCopies;
import org.debye.classification.convolution.Hydra;
import org.debye.classification.convolution.MiniRocket;
import org.debye.classification.ridge.ConvolutionRidge;
import org.debye.classification.ridge.RidgeClassifier;
import org.debye.learning.Libtorch;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.fewlabels.StandardScores;
import org.debye.learning.fewlabels.Teaching;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.probe.Represented;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.train.TrainingSettings;
import org.debye.numeric.RandomStreams;
import org.debye.provenance.Digest;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.CellValues;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.table.Catalogue;
import org.debye.spark.training.HadoopFolderStore;
import org.debye.spark.training.NetworkOrder;
import org.debye.spark.training.NetworkOutcome;
import org.debye.spark.training.NetworkTraining;
import org.debye.spark.training.RankContext;
import org.debye.spark.training.RankDevice;
import org.debye.spark.training.RankExamples;
import org.jspecify.annotations.Nullable;

/**
 * One run of one method: what it learns without labels, and then what each draw of labels makes of
 * that. A pre-training goes on from its checkpoints where an earlier try was killed.
 *
 * @param number of the run, from 0
 * @param without name of the dataset whose spectra the encoder has not learnt from, or null where
 *     it has from all that it should
 * @param pretraining what the encoder is trained by, or null for a method without one
 * @param draws of labels
 */
record EncoderCell(
    EncoderTask task,
    EncoderVariant variant,
    int number,
    @Nullable String without,
    long seed,
    @Nullable NetworkOrder pretraining,
    List<LabelDraw> draws)
    implements SweepCell {
  private static final long serialVersionUID = 1L;
  private static final double SECONDS_A_VIEW = 2e-3;
  private static final int VIEWS_OF_RELATIONS = 24;
  private static final int VIEWS_OF_CONTRAST = 4;

  @Override
  public String id() {
    return variant.id() + (without == null ? "" : "/without-" + without) + "/run-" + (number + 1);
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("method", variant.method().key());
    parameters.put("run", Integer.toString(number + 1));
    parameters.put("seed", Long.toString(seed));
    if (!Double.isNaN(variant.coefficient())) {
      parameters.put("coefficient", Double.toString(variant.coefficient()));
    }
    if (!variant.augmentation().isEmpty()) {
      parameters.put("augmentation", variant.views());
    }
    if (pretraining != null) {
      parameters.put("encoder", Path.of(pretraining.folder()).toFile().getName());
    }
    if (without != null) {
      parameters.put("without", without);
    }
    parameters.put("labels", drawn());
    parameters.put("linear", task.linear() + (task.standardised() ? ", standard scores" : ""));
    parameters.put("supervised", task.supervised().toString());
    parameters.put("contents", task.contents());
    return parameters;
  }

  private String drawn() {
    Digest digest = new Digest();
    draws.forEach(draw -> draw.addTo(digest));
    return digest.hex();
  }

  @Override
  public double cost() {
    double labels = 0.1 * draws.size() + 1;
    if (pretraining == null) {
      return labels;
    }
    int frames = pretraining.training().stream().mapToInt(one -> one.frames().length).sum();
    double views =
        variant.method() == EncoderMethod.SPECMOCO ? VIEWS_OF_CONTRAST : VIEWS_OF_RELATIONS;
    return labels + frames * views * pretraining.settings().epochs() * SECONDS_A_VIEW;
  }

  @Override
  public String kind() {
    return "encoder study, " + variant.method().key() + " 1";
  }

  @Override
  public CellOutcome run() {
    // As many cells as cores run beside one another.
    Libtorch.load(1);
    RankExamples.Reading reading =
        new RankExamples.Reading(
            Catalogue.at(task.catalogue(), task.hadoop().configuration()),
            task.axis(),
            task.treatment(),
            Long.MAX_VALUE,
            Path.of(System.getProperty("java.io.tmpdir")));
    try (RankExamples read = RankExamples.read(reading, task.datasets())) {
      Map<String, Double> metrics = new TreeMap<>();
      Learner learner = learner(read, metrics);
      FewLabelScores scores = new FewLabelScores(task);
      Map<String, Integer> each = new HashMap<>();
      draws.forEach(draw -> each.merge(draw.budget(), draw.number() + 1, Math::max));
      for (LabelDraw draw : draws) {
        scores.add(draw, learner.probabilities(draw), each.getOrDefault(draw.budget(), 1));
      }
      metrics.putAll(scores.metrics());
      return new CellOutcome.Done(CellValues.of(metrics, scores.arrays()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Learner learner(RankExamples read, Map<String, Double> metrics) throws IOException {
    Examples all =
        read.examples(new NoisyCopies(0, 0), false, RandomStreams.of(seed).under("copies"));
    RidgeClassifier ridge = RidgeClassifier.standard(Weighting.EVEN);
    return switch (variant.method()) {
      case SPECSELFTIME, SPECRR, SPECMOCO, SPECRRMOCO -> linear(pretrained(all, metrics));
      case UNTRAINED -> linear(Represented.untrained(all.spectra(), task.representation(), seed));
      case INTENSITIES -> linear(all.spectra());
      case COMPONENTS -> linear(Learner.scaled(Learner.components(all.spectra())));
      case SPECTRAL_CLUSTERS -> Learner.clusters(all.spectra(), labels(), seed);
      case MINIROCKET_RIDGE ->
          Learner.fitted(
              new ConvolutionRidge.MiniRocketRidge(MiniRocket.DEFAULT, ridge, seed),
              labelled(read));
      case HYDRA_RIDGE ->
          Learner.fitted(
              new ConvolutionRidge.HydraRidge(Hydra.DEFAULT, ridge, seed), labelled(read));
      case CNN -> network(Architecture.CNN, all.spectra());
      case CONV_SC -> network(Architecture.CONV_SC, all.spectra());
    };
  }

  private SpectrumSource pretrained(Examples all, Map<String, Double> metrics) throws IOException {
    NetworkOrder order = java.util.Objects.requireNonNull(pretraining);
    URI place = HadoopFolderStore.uri(order.folder());
    RankDevice device = new RankDevice(RankDevice.Kind.CPU, 0);
    NetworkOutcome outcome =
        new NetworkTraining(order).run(new RankContext(new Alone(), 0, device, place, () -> false));
    int last = outcome.reports().size() - 1;
    metrics.put("pretraining_loss", outcome.reports().get(last).loss());
    metrics.put("pretraining_accuracy", outcome.reports().get(last).accuracy());
    metrics.put(
        "pretraining_seconds", outcome.reports().stream().mapToDouble(one -> one.seconds()).sum());
    Checkpoint trained =
        ModelFolder.at(HadoopFolderStore.at(order.folder(), order.hadoop())).model();
    RepresentationSettings settings =
        PretrainedCard.representation(trained.card().architecture()).orElseThrow();
    return Represented.trained(all.spectra(), settings, trained.weights(), order.folder());
  }

  private Learner linear(SpectrumSource representations) {
    SpectrumSource seen =
        task.standardised() ? StandardScores.of(representations) : representations;
    Teaching teaching =
        Teaching.linear(with(task.linear()), seen, task.labels(), task.classes().size());
    return draw -> teaching.probabilities(draw.training(), draw.validation());
  }

  private Learner network(Architecture architecture, SpectrumSource spectra) {
    Teaching teaching =
        Teaching.network(
            with(task.supervised()), architecture, spectra, task.labels(), task.classes().size());
    return draw -> teaching.probabilities(draw.training(), draw.validation());
  }

  private TrainingSettings with(TrainingSettings settings) {
    return new TrainingSettings(
        settings.epochs(),
        settings.batchFrames(),
        settings.rate(),
        settings.optimiser(),
        settings.schedule(),
        settings.stopping(),
        seed);
  }

  private ClassLabels labels() {
    return new ClassLabels(task.classes(), task.labels());
  }

  private LabelledSpectra labelled(RankExamples read) {
    return read.labelled(
        new NoisyCopies(0, 0), RandomStreams.of(seed).under("copies"), task.classes());
  }
}
