package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.SourceFile;
import org.debye.provenance.RunRecord;
import org.debye.spark.TestSession;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueTest {
  private static final SpectralAxis AXIS =
      new SpectralAxis(AxisKind.TWO_THETA_DEG, new double[] {1, 2, 3});

  @TempDir Path folder;

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
  }

  private static SpectrumRow spectrum(String dataset, long frame) {
    return new SpectrumRow(
        dataset,
        frame,
        frame % 2 == 0 ? null : "group " + frame,
        0.5 * frame,
        Double.NaN,
        Map.of("pressure_GPa", 10.0 + frame),
        AXIS.id(),
        new Spectrum(new float[] {frame, Float.NaN, 3}, new float[] {1, 2, 3}, Spectrum.NONE),
        "run");
  }

  private static DatasetRow dataset(String id, DatasetStatus status) {
    return new DatasetRow(
        id,
        "scan",
        List.of(new SourceFile(URI.create("file:/data/scan%201.h5"), 12, 34)),
        "print",
        new DatasetRow.Facts(
            "Fe", null, "2026-01-01", 4e-11, "g", "m", "c", AXIS.id(), List.of("one", "two")),
        status,
        2,
        3,
        status == DatasetStatus.REDUCED
            ? null
            : new DatasetRow.Failure(FailureCode.CORRUPT_CHUNK, "frame 3 is damaged."),
        Instant.ofEpochSecond(1_700_000_000, 123_000),
        "run");
  }

  @Test
  void spectraComeBackOrderedByFrameWhateverFileTheyAreIn() throws IOException {
    SpectraTable spectra = catalogue().spectra();
    spectra.append(List.of(spectrum("b", 2), spectrum("b", 5), spectrum("c", 1)));
    spectra.append(List.of(spectrum("a", 1), spectrum("b", 9), spectrum("b", 3)));
    List<Long> frames = new ArrayList<>();
    try (SpectrumStream stream = spectra.read("b")) {
      while (stream.hasNext()) {
        SpectrumRow row = stream.next();
        assertThat(row)
            .usingRecursiveComparison()
            .withComparatorForType(Double::compare, Double.class)
            .withComparatorForType(Float::compare, Float.class)
            .isEqualTo(spectrum("b", row.frame()));
        frames.add(row.frame());
      }
    }
    assertThat(frames).containsExactly(2L, 3L, 5L, 9L);
    assertThat(spectra.version()).isEqualTo(2);
  }

  @Test
  void aShuffledFileIsReadInOrderThroughSeveralWindows() throws IOException {
    List<SpectrumRow> rows = new ArrayList<>();
    int count = 3 * OrderedRows.WINDOW + 7;
    for (int i = 0; i < count; i++) {
      rows.add(spectrum("a", (i * 997L) % count));
    }
    SpectraTable spectra = catalogue().spectra();
    spectra.append(rows);
    long expected = 0;
    try (SpectrumStream stream = spectra.read("a")) {
      while (stream.hasNext()) {
        assertThat(stream.next().frame()).isEqualTo(expected++);
      }
    }
    assertThat(expected).isEqualTo(count);
  }

  @Test
  void someFramesAreReadInOrderWhateverFileTheyAreIn() throws IOException {
    SpectraTable spectra = catalogue().spectra();
    List<SpectrumRow> shuffled = new ArrayList<>();
    for (int i = 0; i < 2 * OrderedRows.WINDOW; i++) {
      shuffled.add(spectrum("a", 2 * ((i * 997L) % (2 * OrderedRows.WINDOW))));
    }
    spectra.append(shuffled);
    spectra.append(List.of(spectrum("a", 201), spectrum("b", 203), spectrum("a", 207)));
    spectra.append(List.of(spectrum("a", 100_001)));
    List<Long> frames = new ArrayList<>();
    try (SpectrumStream stream = spectra.read("a", new FrameSpan(200, 207))) {
      assertThat(stream.files()).isEqualTo(2);
      stream.forEachRemaining(row -> frames.add(row.frame()));
    }
    assertThat(frames).containsExactly(200L, 201L, 202L, 204L, 206L, 207L);
    try (SpectrumStream none = spectra.read("a", new FrameSpan(203, 203))) {
      assertThat(none.hasNext()).isFalse();
    }
  }

  @Test
  void groupsOfRowsWithoutTheFramesAreNotRead() throws IOException {
    SpectraTable spectra = catalogue().spectra();
    List<SpectrumRow> rows = new ArrayList<>();
    float[] waves = new float[40_000];
    for (int i = 0; i < waves.length; i++) {
      waves[i] = (float) Math.sin(1e3 * i);
    }
    for (int frame = 0; frame < 600; frame++) {
      rows.add(
          new SpectrumRow(
              "a",
              frame,
              null,
              Double.NaN,
              Double.NaN,
              Map.of(),
              AXIS.id(),
              new Spectrum(waves, Spectrum.NONE, Spectrum.NONE),
              "run"));
    }
    spectra.append(rows);
    List<Long> seen = new ArrayList<>();
    spectra
        .folder()
        .scan(
            SpectraTable.SCHEMA.select("dataset_id", "frame"),
            new Predicate(">=", new Column("frame"), Literal.ofLong(590)))
        .forEach(row -> seen.add(row.getLong(1)));
    assertThat(seen).hasSizeBetween(10, 400).contains(599L);
    List<Long> frames = new ArrayList<>();
    try (SpectrumStream stream = spectra.read("a", new FrameSpan(590, 597))) {
      stream.forEachRemaining(row -> frames.add(row.frame()));
    }
    assertThat(frames).hasSize(8).startsWith(590L);
  }

  @Test
  void statisticsLeaveOutFilesOfOtherDatasets() {
    SpectraTable spectra = catalogue().spectra();
    for (String id : List.of("a", "b", "c", "d")) {
      spectra.append(List.of(spectrum(id + "1", 0), spectrum(id + "2", 0)));
    }
    assertThat(spectra.filesOf("b2")).isEqualTo(1);
    assertThat(spectra.filesOf("zz")).isZero();
  }

  @Test
  void ofTwoHundredFilesOneDatasetOpensItsOwn() throws IOException {
    SpectraTable spectra = catalogue().spectra();
    List<DataFile> files = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      try (SpectraFile file =
          SpectraFile.open(new Configuration(), folder.resolve("catalogue").toUri().toString())) {
        for (int frame = 0; frame < 3; frame++) {
          file.write(spectrum("scan_%03d".formatted(i / 2), 3L * (i % 2) + frame));
        }
        files.add(file.finish());
      }
    }
    spectra.commit(files);
    assertThat(spectra.version()).isEqualTo(1);
    for (int i = 0; i < 100; i += 33) {
      String id = "scan_%03d".formatted(i);
      assertThat(spectra.filesOf(id)).isEqualTo(2);
      long expected = 0;
      try (SpectrumStream stream = spectra.read(id)) {
        while (stream.hasNext()) {
          assertThat(stream.next().frame()).isEqualTo(expected++);
        }
      }
      assertThat(expected).isEqualTo(6);
    }
    assertThat(spectra.filesOf("scan_100")).isZero();
  }

  @Test
  void sparkReadsWhatWasWritten() {
    Catalogue catalogue = catalogue();
    catalogue.spectra().append(List.of(spectrum("a", 1), spectrum("a", 2)));
    catalogue.datasets().append(List.of(dataset("a", DatasetStatus.PARTIAL)));
    SparkSession session = TestSession.session();
    Dataset<Row> spectra = session.read().format("delta").load(catalogue.spectra().path());
    List<Row> rows =
        spectra
            .selectExpr("frame", "conditions['pressure_GPa']", "intensity", "baseline", "quality")
            .orderBy("frame")
            .collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).getLong(0)).isEqualTo(2);
    assertThat(rows.get(1).getDouble(1)).isEqualTo(12.0);
    assertThat(rows.get(1).<Float>getList(2)).containsExactly(2f, Float.NaN, 3f);
    assertThat(rows.get(1).isNullAt(3)).isTrue();
    assertThat(rows.get(1).getDouble(4)).isEqualTo(2.0 / 3);
    Row dataset =
        session
            .read()
            .format("delta")
            .load(catalogue.datasets().path())
            .selectExpr("sources[0].uri", "status", "error_code", "finished")
            .first();
    assertThat(dataset.getString(0)).isEqualTo("file:/data/scan%201.h5");
    assertThat(dataset.getString(2)).isEqualTo("CORRUPT_CHUNK");
    assertThat(dataset.getTimestamp(3).toInstant())
        .isEqualTo(Instant.ofEpochSecond(1_700_000_000, 123_000));
    assertThat(
            session
                .sql("describe detail delta.`" + catalogue.spectra().path() + "`")
                .selectExpr("clusteringColumns")
                .first()
                .<String>getList(0))
        .containsExactly("dataset_id");
  }

  @Test
  void removedDatasetsAreGoneFromBothTables() throws IOException {
    Catalogue catalogue = catalogue();
    catalogue.spectra().append(List.of(spectrum("a", 1), spectrum("b", 1), spectrum("b", 2)));
    catalogue
        .datasets()
        .append(List.of(dataset("a", DatasetStatus.REDUCED), dataset("b", DatasetStatus.PARTIAL)));
    new RowRemoval(TestSession.session(), catalogue).remove(List.of("b", "absent"));
    assertThat(catalogue.datasets().states().keySet()).containsExactly("a");
    try (SpectrumStream b = catalogue.spectra().read("b");
        SpectrumStream a = catalogue.spectra().read("a")) {
      assertThat(b.hasNext()).isFalse();
      assertThat(a.next().frame()).isEqualTo(1);
    }
    long version = catalogue.spectra().version();
    new RowRemoval(TestSession.session(), catalogue).remove(List.of("absent"));
    assertThat(catalogue.spectra().version()).isEqualTo(version);
  }

  @Test
  void datasetsAxesAndRunsRoundTrip() {
    Catalogue catalogue = catalogue();
    DatasetRow row = dataset("a", DatasetStatus.PARTIAL);
    catalogue.datasets().append(List.of(row));
    assertThat(catalogue.datasets().all()).containsExactly(row);
    assertThat(catalogue.datasets().states())
        .containsExactly(
            Map.entry("a", new DatasetsTable.State("print", DatasetStatus.PARTIAL, "run")));
    catalogue.axes().add(List.of(AXIS));
    catalogue.axes().add(List.of(AXIS));
    assertThat(catalogue.axes().version()).isEqualTo(1);
    assertThat(catalogue.axes().all().values())
        .singleElement()
        .satisfies(axis -> assertThat(axis.values()).containsExactly(1, 2, 3));
    RunRecord run =
        RunRecord.begin("reduce").inputs(List.of("a", "b")).configuration("x: 1").seed(7).build();
    catalogue.runs().append(run);
    assertThat(catalogue.runs().all())
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> a.toEpochMilli() == b.toEpochMilli() ? 0 : 1, Instant.class)
        .isEqualTo(List.of(run));
  }

  @Test
  void aCatalogueThatIsNotThereIsSaid() {
    assertThatThrownBy(
            () -> Catalogue.existing(folder.resolve("none").toString(), new Configuration()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no table of datasets here")
        .hasMessageContaining("Name the catalogue");
  }

  @Test
  void bareParquetHoldsTheDatasetsAskedFor() {
    Catalogue catalogue = catalogue();
    catalogue.spectra().append(List.of(spectrum("a", 1), spectrum("b", 1), spectrum("b", 2)));
    catalogue.axes().add(List.of(AXIS));
    catalogue
        .datasets()
        .append(List.of(dataset("a", DatasetStatus.REDUCED), dataset("b", DatasetStatus.PARTIAL)));
    String target = folder.resolve("bare").toUri().toString();
    assertThat(new ParquetExport(catalogue).write(List.of("b"), target)).isEqualTo(2);
    SparkSession session = TestSession.session();
    assertThat(
            session
                .read()
                .parquet(target + "/spectra.parquet")
                .select("dataset_id")
                .distinct()
                .as(org.apache.spark.sql.Encoders.STRING())
                .collectAsList())
        .containsExactly("b");
    assertThat(session.read().parquet(target + "/datasets.parquet").count()).isEqualTo(1);
    assertThat(session.read().parquet(target + "/axes.parquet").first().<Double>getList(3))
        .containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void aTableThatLacksAColumnIsRefused() throws IOException {
    Catalogue catalogue = catalogue();
    TestSession.session()
        .range(3)
        .selectExpr("'a' as dataset_id", "id as frame")
        .write()
        .format("delta")
        .save(catalogue.spectra().path());
    assertThatThrownBy(() -> catalogue.spectra().read("a").close())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the table has no column name of type string");
    assertThatThrownBy(() -> catalogue.spectra().append(List.of(spectrum("a", 1))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Another version of Debye has made it");
  }
}
