package org.debye.jobs.unmix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.jobs.config.ConfigText;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.table.AbundanceRow;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.EndmemberRow;
import org.debye.spark.table.FitWriter;
import org.debye.unmixing.scene.EndmemberSpectrum;
import org.debye.unmixing.scene.SceneAbundances;
import org.jspecify.annotations.Nullable;

/** Puts what was found into the tables {@code endmembers} and {@code abundances}. */
final class FitTables {
  private static final String JOB = "unmix";

  private final Catalogue catalogue;
  private final UnmixConfig config;

  FitTables(Catalogue catalogue, UnmixConfig config) {
    this.catalogue = catalogue;
    this.config = config;
  }

  /** Each fit wholly or not at all; earlier ones of the same id go. */
  void write(SceneInput input, List<FoundScene> found) {
    var session = DebyeSession.open(JOB);
    String source = config.input() == null ? catalogue.location() : config.input();
    RunRecord record =
        RunRecord.begin(JOB)
            .inputs(List.of(source))
            .configuration(ConfigText.of(config))
            .spark(DebyeSession.sparkVersion())
            .seed(config.seed())
            .build();
    try (FitWriter writer = FitWriter.open(session, catalogue, record)) {
      catalogue.axes().add(List.of(input.axis()));
      for (FoundScene one : found) {
        writer.write(
            one.fitId(),
            endmembers(one, input.axis().id(), record.runId()),
            () ->
                IntStream.range(0, input.spectra())
                    .mapToObj(i -> abundances(one, input.places().get(i), i, record.runId()))
                    .iterator());
      }
    }
  }

  private static List<EndmemberRow> endmembers(FoundScene one, String axisId, String runId) {
    List<EndmemberRow> rows = new ArrayList<>();
    for (EndmemberSpectrum spectrum : one.result().endmembers()) {
      rows.add(
          new EndmemberRow(
              one.fitId(),
              rows.size(),
              one.referenceName(rows.size()),
              FoundScene.methodName(one.method()),
              axisId,
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
