package org.debye.jobs.study.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.debye.classification.split.FewLabels;
import org.debye.classification.split.LabelledFrames;
import org.debye.classification.split.Split;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.study.Study;
import org.debye.jobs.study.StudyReport;
import org.debye.jobs.train.PretrainingOrders;
import org.debye.jobs.train.TrainConfig;
import org.debye.jobs.value.DatasetGroup;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.TrainingSettings;
import org.debye.numeric.RandomStreams;
import org.debye.provenance.Digest;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.spark.training.ChosenLabels;
import org.debye.spark.training.InspectedSpectra;
import org.debye.spark.training.LabelChoice;
import org.debye.spark.training.LabelledDataset;
import org.debye.spark.training.NetworkOrder;

/**
 * Encoders that learn without labels, and what few labels make of them (section 7.2 of Sun's
 * thesis): tables 7.1 and 7.4, Fig. 7.12, and what it leaves open.
 */
public final class EncoderStudy implements Study {
  private static final int SUPERVISED_BATCH = 64;
  private static final double SUPERVISED_RATE = 0.002;
  private static final double SUPERVISED_DECAY = 2e-5;
  private static final double NEVER = 2;

  private final String name;
  private final EncodersConfig config;
  private final List<EncoderCell> cells;
  private final EncoderTask task;

  private EncoderStudy(
      String name, EncodersConfig config, EncoderTask task, List<EncoderCell> cells) {
    this.name = name;
    this.config = config;
    this.task = task;
    this.cells = List.copyOf(cells);
  }

  /**
   * Looks through spectra and labels, and lays out the cells.
   *
   * @param runId of the run that trains the encoders
   * @throws InputException where nothing can be learnt from them
   */
  public static EncoderStudy of(
      OpenSession spark,
      String place,
      String name,
      EncodersConfig config,
      long seed,
      String runId) {
    Catalogue catalogue = Catalogue.existing(place);
    return new Layout(spark, catalogue, name, config, seed, runId).study();
  }

  @Override
  public List<EncoderCell> cells() {
    return cells;
  }

  @Override
  public List<EncoderCell> further(List<SweepResultRow> rows) {
    return List.of();
  }

  @Override
  public StudyReport report(Catalogue catalogue, List<SweepResultRow> rows) {
    EncoderResults results = new EncoderResults(task, config, cells, rows);
    EncoderTables tables = new EncoderTables(results);
    Map<String, TextTable> files = new LinkedHashMap<>();
    files.put("datasets", tables.datasets());
    files.put("runs", tables.runs());
    return new StudyReport(
        tables.shown(), files, List.of(), new EncoderFigures(results, name).all());
  }

  /** How a study comes about. */
  private record Layout(
      OpenSession spark,
      Catalogue catalogue,
      String name,
      EncodersConfig config,
      long seed,
      String runId) {

    EncoderStudy study() {
      Map<String, String> names = new TreeMap<>();
      for (DatasetRow row :
          new SpectraSelection(catalogue, config.spectra().dataset(), null).datasets()) {
        names.put(row.datasetId(), row.name());
      }
      LabelChoice choice =
          new LabelChoice(new TreeSet<>(names.keySet()), config.origin(), List.of());
      LabelledFrames frames = config.spectra().within(ChosenLabels.of(catalogue, choice));
      frames.labels().requireClasses(2);
      EncoderKeys keys = new EncoderKeys(config, catalogue.location());
      TrainConfig shared = keys.shared();
      PretrainingOrders orders = PretrainingOrders.of(spark, catalogue, shared);
      EncoderTask task = task(frames, names, orders, shared);
      List<EncoderCell> cells = new ArrayList<>();
      Map<Integer, List<LabelDraw>> drawn = new HashMap<>();
      for (EncoderVariant variant : variants(config)) {
        for (int run = 0; run < config.runs(); run++) {
          long own = seed + run;
          NetworkOrder order =
              variant.method().pretrained().isEmpty()
                  ? null
                  : orders.order(
                      keys.of(variant, own),
                      name + "/" + variant.id() + ",run-" + (run + 1),
                      runId);
          List<LabelDraw> draws = drawn.computeIfAbsent(run, none -> draws(frames, own));
          cells.add(new EncoderCell(task, variant, run, own, order, draws));
        }
      }
      return new EncoderStudy(name, config, task, cells);
    }

    private EncoderTask task(
        LabelledFrames frames,
        Map<String, String> names,
        PretrainingOrders orders,
        TrainConfig shared) {
      int[] all = IntStream.range(0, frames.count()).toArray();
      List<LabelledDataset> datasets = ChosenLabels.datasets(frames, all);
      List<String> ids = datasets.stream().map(LabelledDataset::datasetId).toList();
      InspectedSpectra spectra =
          InspectedSpectra.of(
              spark.session(),
              catalogue,
              datasets,
              value -> true,
              config.spectra().subtractBaseline());
      List<int[]> groups = new ArrayList<>();
      List<String> groupNames = new ArrayList<>();
      if (config.groups().isEmpty()) {
        groups.add(IntStream.range(0, ids.size()).toArray());
        groupNames.add("all");
      }
      for (DatasetGroup group : config.groups()) {
        groups.add(places(group, ids));
        groupNames.add(group.name());
      }
      boolean checked = config.validation() > 0;
      return new EncoderTask(
          spark.hadoop(),
          catalogue.location(),
          orders.axis(),
          orders.treatment(),
          datasets,
          ids.stream().map(id -> names.getOrDefault(id, id)).toList(),
          frames.labels().names(),
          groups,
          groupNames,
          config.linear().settings(0, checked),
          config.linear().standardise(),
          supervised(),
          new RepresentationSettings(
              config.pretraining().width(),
              config.pretraining().channels(),
              config.pretraining().places(),
              false),
          new Digest()
              .add(spectra.digest(datasets))
              .add(orders.treatment())
              .add(shared.spectra().toString())
              .hex());
    }

    private int[] places(DatasetGroup group, List<String> ids) {
      TreeSet<Integer> places = new TreeSet<>();
      new SpectraSelection(catalogue, group.datasets(), null)
          .datasets()
          .forEach(
              row -> {
                if (ids.contains(row.datasetId())) {
                  places.add(ids.indexOf(row.datasetId()));
                }
              });
      if (places.isEmpty()) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            "encoders.groups",
            "no dataset of the group " + group + " has labels",
            "Name datasets that are taken and labelled.");
      }
      return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Adam with the thesis's constants of its supervised networks. */
    private TrainingSettings supervised() {
      return new TrainingSettings(
          config.supervisedEpochs(),
          SUPERVISED_BATCH,
          SUPERVISED_RATE,
          OptimiserSettings.AdamSettings.of(SUPERVISED_DECAY, false),
          new Schedule.Constant(),
          new Stopping(
              config.validation() > 0 ? config.linear().patience() : 0,
              config.linear().by(),
              NEVER,
              0),
          0);
    }

    private List<LabelDraw> draws(LabelledFrames frames, long own) {
      Set<String> from = new TreeSet<>();
      if (!config.labelsFrom().isEmpty()) {
        new SpectraSelection(catalogue, config.labelsFrom(), null)
            .datasets()
            .forEach(row -> from.add(row.datasetId()));
      }
      List<LabelDraw> draws = new ArrayList<>();
      for (Budget budget : config.budgets()) {
        FewLabels few =
            new FewLabels(
                config.draws(), budget.labels(), from, config.validation(), config.spread());
        List<Split> splits = few.splits(frames, RandomStreams.of(own).under("split"));
        for (int draw = 0; draw < splits.size(); draw++) {
          Split split = splits.get(draw);
          draws.add(new LabelDraw(budget.text(), draw, split.training(), split.validation()));
        }
      }
      return draws;
    }
  }

  /** All that is varied, method by method. */
  static List<EncoderVariant> variants(EncodersConfig config) {
    List<EncoderVariant> variants = new ArrayList<>();
    for (EncoderMethod method : config.methods()) {
      if (method.pretrained().isEmpty()) {
        variants.add(new EncoderVariant(method, Double.NaN, List.of()));
        continue;
      }
      boolean both = method == EncoderMethod.SPECRRMOCO;
      double[] coefficients =
          !both
              ? new double[] {Double.NaN}
              : config.coefficients().isEmpty()
                  ? new double[] {config.pretraining().coefficient()}
                  : config.coefficients().stream().mapToDouble(Double::doubleValue).toArray();
      List<ViewChain> chains =
          config.augmentations().isEmpty()
              ? List.of(new ViewChain(config.pretraining().augmentation()))
              : config.augmentations();
      for (ViewChain chain : chains) {
        Arrays.stream(coefficients)
            .forEach(c -> variants.add(new EncoderVariant(method, c, chain.steps())));
      }
    }
    return variants;
  }
}
