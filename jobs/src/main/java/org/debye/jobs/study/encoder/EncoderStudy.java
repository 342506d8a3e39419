package org.debye.jobs.study.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.debye.classification.split.LabelledFrames;
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
import org.debye.provenance.Digest;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.spark.training.ChosenLabels;
import org.debye.spark.training.InspectedSpectra;
import org.debye.spark.training.InspectionProgress;
import org.debye.spark.training.LabelChoice;
import org.debye.spark.training.LabelledDataset;

/**
 * Encoders that learn without labels, and what few labels make of them (section 7.2 of Sun's
 * thesis): tables 7.1 and 7.4, Fig. 7.12, and what it leaves open.
 */
public final class EncoderStudy implements Study {
  private static final int SUPERVISED_BATCH = 64;
  private static final double SUPERVISED_RATE = 0.002;
  private static final double SUPERVISED_DECAY = 2e-5;

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
      EncoderKeys keys =
          new EncoderKeys(
              config,
              catalogue.location(),
              config.pretrainOn().isEmpty() ? config.spectra().dataset() : config.pretrainOn());
      TrainConfig shared = keys.shared();
      PretrainingOrders orders = PretrainingOrders.of(spark, catalogue, shared);
      EncoderTask task = task(frames, names, orders, shared);
      LabelDraws draws = new LabelDraws(config, ids(config.labelsFrom()), frames, task);
      EncoderCells cells = new EncoderCells(task, config.runs(), seed, draws::of, name, runId);
      List<EncoderCells.Encoder> encoders = new ArrayList<>();
      Set<Integer> without = new TreeSet<>();
      if (config.leaveOut() == LeaveOut.SPECTRA) {
        List<String> learnt = List.copyOf(ids(keys.datasets()));
        for (String id : learnt) {
          int place = ids(task).indexOf(id);
          if (place >= 0) {
            EncoderKeys others = keys.on(others(learnt, id));
            PretrainingOrders own = PretrainingOrders.of(spark, catalogue, others.shared());
            encoders.add(
                new EncoderCells.Encoder(
                    task.names().get(place), own, others, draw -> draw.leftOut() == place));
            without.add(place);
          }
        }
      }
      encoders.add(
          0,
          new EncoderCells.Encoder(null, orders, keys, draw -> !without.contains(draw.leftOut())));
      return new EncoderStudy(name, config, task, cells.of(variants(config), encoders));
    }

    private static List<String> ids(EncoderTask task) {
      return task.datasets().stream().map(LabelledDataset::datasetId).toList();
    }

    private List<String> others(List<String> learnt, String left) {
      List<String> others = learnt.stream().filter(id -> !id.equals(left)).toList();
      if (others.isEmpty()) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            "encoders.leave-out",
            "encoders learn from one dataset alone, so that none is left without it",
            "Name more than one in encoders.pretrain-on, or write leave-out: labels.");
      }
      return others;
    }

    /** Ids of the datasets that are named; all that are taken where none is. */
    private Set<String> ids(List<String> named) {
      Set<String> ids = new TreeSet<>();
      new SpectraSelection(catalogue, named.isEmpty() ? config.spectra().dataset() : named, null)
          .datasets()
          .forEach(row -> ids.add(row.datasetId()));
      return ids;
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
              config.spectra().subtractBaseline(),
              InspectionProgress.SILENT);
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
          Stopping.after(
              config.validation() > 0 ? config.linear().patience() : 0, config.linear().by()),
          0);
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
