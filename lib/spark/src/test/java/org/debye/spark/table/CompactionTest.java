package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.debye.spark.TestSession;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactionTest {
  /** Points of a spectrum of which 200 fill a group of rows. */
  private static final int WIDE = 20_000;

  @TempDir Path folder;

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
  }

  @Test
  void itLeavesFewFilesAndEveryRow() throws IOException {
    Catalogue catalogue = catalogue();
    for (int i = 0; i < 6; i++) {
      catalogue.spectra().append(List.of(spectrum("a", i, 3), spectrum("b" + i, 0, 3)));
    }
    new Compaction(TestSession.session(), catalogue).above(7);
    assertThat(catalogue.spectra().filesOf("a")).isEqualTo(6);
    new Compaction(TestSession.session(), catalogue).above(5);
    assertThat(catalogue.spectra().filesOf("a")).isEqualTo(1);
    long expected = 0;
    try (SpectrumStream stream = catalogue.spectra().read("a")) {
      while (stream.hasNext()) {
        assertThat(stream.next().frame()).isEqualTo(expected++);
      }
    }
    assertThat(expected).isEqualTo(6);
  }

  /** Groups are small and of few datasets, and large files stay as they are. */
  @Test
  void whatIsCompactedIsLaidOutForReadersOfOneDataset() throws IOException {
    Catalogue catalogue = catalogue();
    int frames = 120;
    int datasets = 5;
    for (int half = 0; half < 2; half++) {
      List<SpectrumRow> rows = new ArrayList<>();
      for (int frame = half * frames / 2; frame < (half + 1) * frames / 2; frame++) {
        for (int i = 0; i < datasets; i++) {
          rows.add(spectrum("d" + i, frame, WIDE));
        }
      }
      catalogue.spectra().append(rows);
    }
    Compaction compaction = new Compaction(TestSession.session(), catalogue);
    compaction.above(-1);
    List<Path> compacted = files(catalogue);
    assertThat(compacted).hasSize(1);
    List<BlockMetaData> groups = groups(compacted.get(0));
    assertThat(groups)
        .allSatisfy(group -> assertThat(group.getTotalByteSize()).isLessThan(48L << 20));
    for (int i = 0; i < datasets; i++) {
      String id = "d" + i;
      long read =
          groups.stream()
              .filter(group -> mayHold(group, id))
              .mapToLong(BlockMetaData::getRowCount)
              .sum();
      assertThat(read).as("rows decoded for %s", id).isBetween((long) frames, 4L * frames);
      long expected = 0;
      try (SpectrumStream stream = catalogue.spectra().read(id)) {
        while (stream.hasNext()) {
          assertThat(stream.next().frame()).isEqualTo(expected++);
        }
      }
      assertThat(expected).isEqualTo(frames);
    }
    catalogue.spectra().append(List.of(spectrum("e", 1, 3)));
    catalogue.spectra().append(List.of(spectrum("f", 1, 3)));
    compaction.above(-1);
    assertThat(files(catalogue)).hasSize(2).contains(compacted.get(0));
  }

  private static SpectrumRow spectrum(String dataset, long frame, int points) {
    Random random = new Random(Objects.hash(dataset, frame));
    float[] intensity = new float[points];
    for (int i = 0; i < points; i++) {
      intensity[i] = random.nextFloat();
    }
    return new SpectrumRow(
        dataset,
        frame,
        null,
        Double.NaN,
        Double.NaN,
        Map.of(),
        "axis",
        new Spectrum(intensity, intensity, Spectrum.NONE),
        "run");
  }

  private static List<Path> files(Catalogue catalogue) {
    return Arrays.stream(
            TestSession.session()
                .read()
                .format("delta")
                .load(catalogue.spectra().folder().path())
                .inputFiles())
        .map(file -> Path.of(URI.create(file)))
        .toList();
  }

  private static List<BlockMetaData> groups(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      return reader.getFooter().getBlocks();
    }
  }

  private static boolean mayHold(BlockMetaData group, String id) {
    Statistics<?> ids =
        group.getColumns().stream()
            .filter(column -> column.getPath().toDotString().equals("dataset_id"))
            .findAny()
            .orElseThrow()
            .getStatistics();
    return ids.minAsString().compareTo(id) <= 0 && ids.maxAsString().compareTo(id) >= 0;
  }
}
