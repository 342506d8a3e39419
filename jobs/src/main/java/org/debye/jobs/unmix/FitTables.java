package org.debye.jobs.unmix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.scene.SceneInput;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.table.AbundanceRow;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.EndmemberRow;
import org.debye.spark.table.FitWriter;
import org.debye.spark.table.SweepResultRow;
import org.debye.unmixing.scene.EndmemberSpectrum;
import org.debye.unmixing.scene.SceneAbundances;
import org.debye.unmixing.scene.SceneFlag;
import org.debye.unmixing.scene.SceneMethod;
import org.jspecify.annotations.Nullable;

/**
 * The fits of a scene in the tables of a catalogue: a row of {@code sweep_results} each, under the
 * scene's name as the study, with {@code endmembers}, {@code abundances} and {@code draws}.
 */
final class FitTables {
  private static final String JOB = "unmix";
  private static final String KIND = JOB + " " + FitIdentity.MEANING;

  /** What a flagged fit's row has in its column {@code error_code}. */
  private static final String DOUBTFUL = "DOUBTFUL";

  private final Catalogue catalogue;
  private final UnmixConfig config;
  private final SceneInput input;
  private final FitIdentity identity;

  FitTables(Catalogue catalogue, UnmixConfig config, SceneInput input) {
    this.catalogue = catalogue;
    this.config = config;
    this.input = input;
    identity = new FitIdentity(config, input);
  }

  /** A fit that has no numbers, and why. */
  record Failed(SceneMethod method, SceneFlag flag) {}

  String fitId(SceneMethod method) {
    return identity.of(method);
  }

  /** Of the methods asked for, those whose fit is there already, with its pictures. */
  Map<SceneMethod, FitSummary> known(PictureFolder pictures) {
    Map<SceneMethod, FitSummary> known = new EnumMap<>(SceneMethod.class);
    if (catalogue.sweepResults().version() < 0) {
      return known;
    }
    catalogue
        .sweepResults()
        .each(
            config.title(),
            row -> {
              for (SceneMethod method : config.methods()) {
                if (row.cellId().equals(fitId(method))
                    && row.status() != CellStatus.FAILED
                    && drawn(pictures, method)) {
                  known.put(method, FitSummary.of(row, catalogue.endmembers().read(row.cellId())));
                }
              }
            });
    return known;
  }

  private boolean drawn(PictureFolder pictures, SceneMethod method) {
    try {
      return !config.figures() || pictures.has(UnmixFigures.lastOf(method));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each fit wholly or not at all; earlier ones of the same id go. */
  void write(List<FoundScene> found, List<Failed> failed) {
    var session = DebyeSession.open(JOB);
    String source = config.input() == null ? catalogue.location() : config.input();
    RunRecord record =
        RunRecord.begin(JOB)
            .inputs(List.of(source))
            .configuration(ConfigText.of(config))
            .spark(DebyeSession.sparkVersion())
            .seed(config.seed())
            .build();
    String runId = record.runId();
    try (FitWriter writer = FitWriter.open(session, catalogue, record)) {
      catalogue.axes().add(List.of(input.axis()));
      for (FoundScene one : found) {
        writer.write(
            new FitWriter.Fit(
                result(one, runId),
                endmembers(one, runId),
                () ->
                    IntStream.range(0, input.spectra())
                        .mapToObj(i -> abundances(one, input.places().get(i), i, runId))
                        .iterator(),
                one.result().chains()));
      }
      for (Failed one : failed) {
        writer.write(new FitWriter.Fit(result(one, runId), List.of(), List.of(), List.of()));
      }
    }
  }

  private SweepResultRow result(FoundScene one, String runId) {
    FitSummary summary = FitSummary.of(one);
    boolean sure = summary.warnings().isEmpty();
    return new SweepResultRow(
        config.title(),
        one.fitId(),
        KIND,
        one.fitId(),
        parameters(one.method()),
        sure ? CellStatus.DONE : CellStatus.FLAGGED,
        sure ? null : new SweepResultRow.Problem(DOUBTFUL, summary.warning()),
        summary.metrics(),
        summary.arrays(),
        summary.metrics().getOrDefault(FitSummary.Metric.CPU_SECONDS.key(), one.wallSeconds()),
        one.wallSeconds(),
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        runId);
  }

  private SweepResultRow result(Failed one, String runId) {
    return new SweepResultRow(
        config.title(),
        fitId(one.method()),
        KIND,
        fitId(one.method()),
        parameters(one.method()),
        CellStatus.FAILED,
        new SweepResultRow.Problem(one.flag().kind().name(), one.flag().message()),
        Map.of(),
        Map.of(),
        0,
        0,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        runId);
  }

  private Map<String, String> parameters(SceneMethod method) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("method", FoundScene.methodName(method));
    for (String line : ConfigText.of(config).split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith("methods:")) {
        String key = line.substring(0, colon);
        parameters.put(
            key.startsWith("inference.") ? key.substring("inference.".length()) : key,
            line.substring(colon + 2));
      }
    }
    if (method == SceneMethod.HMC) {
      parameters.putAll(config.inference().sampler());
    }
    return parameters;
  }

  private List<EndmemberRow> endmembers(FoundScene one, String runId) {
    List<EndmemberRow> rows = new ArrayList<>();
    for (EndmemberSpectrum spectrum : one.result().endmembers()) {
      rows.add(
          new EndmemberRow(
              one.fitId(),
              rows.size(),
              one.referenceName(rows.size()),
              FoundScene.methodName(one.method()),
              input.axis().id(),
              spectrum.mean(),
              bands(spectrum),
              runId));
    }
    return rows;
  }

  private static EndmemberRow.@Nullable Bands bands(EndmemberSpectrum spectrum) {
    List<double[]> q = spectrum.quantiles();
    return q.isEmpty()
        ? null
        : new EndmemberRow.Bands(spectrum.sd(), q.get(0), q.get(1), q.get(2), q.get(3), q.get(4));
  }

  private static AbundanceRow abundances(
      FoundScene one, SceneInput.Place place, int spectrum, String runId) {
    SceneAbundances shares = one.result().abundances();
    int k = shares.endmembers();
    int from = spectrum * k;
    AbundanceRow.Bands bands =
        shares.low().length == 0
            ? null
            : AbundanceRow.Bands.of(
                Arrays.copyOfRange(shares.low(), from, from + k),
                Arrays.copyOfRange(shares.high(), from, from + k));
    return new AbundanceRow(
        one.fitId(),
        place.datasetId(),
        place.frame(),
        Arrays.copyOfRange(shares.mean(), from, from + k),
        bands,
        runId);
  }
}
