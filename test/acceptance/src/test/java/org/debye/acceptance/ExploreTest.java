package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.debye.fixtures.SharedData;
import org.debye.jobs.ExitCode;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spectra explored by the command line. */
class ExploreTest {
  private static final int FRAMES = 48;
  private static final int POINTS = 60;
  private static final int CHANGE = 20;
  private static final String TINISN = "xrd/tinisn/TiNiSn_500C_Y20190218_14x14_t60_bkgdSub_1D_";

  @TempDir Path folder;

  @Test
  void aRampIsCutWhereItChanges() throws IOException {
    Path file = npy("ramp.npy", ramp(), FRAMES, POINTS);
    Path labels = npy("labels.npy", truth(), 1, FRAMES);

    CommandLine run =
        explore(
            "input=" + file,
            "scene.layout=spectra-in-rows",
            "labels.file=" + labels,
            "clustering.neighbours=24"); // more than a class has: the graph is whole

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Boundaries", "0 to 1", "adjusted Rand index");
    SweepResultRow result = result("ramp");
    assertThat(result.status()).isEqualTo(CellStatus.DONE);
    assertThat(result.metrics()).containsEntry("confidence", 1.0).containsEntry("clusters", 2.0);
    assertThat(result.metrics().get("adjusted_rand")).isCloseTo(1, within(1e-12));
    assertThat(array(result, "boundaries")).containsExactly(CHANGE);
    assertThat(array(result, "change_low")[0]).isLessThanOrEqualTo(CHANGE);
    assertThat(array(result, "change_high")[0]).isGreaterThanOrEqualTo(CHANGE);
    List<PredictionRow> rows = catalogue().predictions().read(result.cellId());
    assertThat(rows).hasSize(FRAMES).allMatch(row -> row.model().equals("spectral-clustering"));
    assertThat(rows.get(CHANGE - 1).label()).isEqualTo("0");
    assertThat(rows.get(CHANGE).label()).isEqualTo("1");
    for (String name : List.of("curves", "scree", "scores", "loadings", "boundary", "stability")) {
      assertThat(folder.resolve("tables/figures/ramp/" + name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("tables/figures/ramp/" + name + ".svg")).isNotEmptyFile();
    }

    long version = catalogue().predictions().version();
    CommandLine again =
        explore(
            "input=" + file,
            "scene.layout=spectra-in-rows",
            "labels.file=" + labels,
            "clustering.neighbours=24"); // more than a class has: the graph is whole
    assertThat(again.code()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("unchanged the tables hold it from an earlier run");
    assertThat(catalogue().predictions().version()).isEqualTo(version);
  }

  @Test
  void whatCannotBeExploredIsRefusedWithWhatToDo() throws IOException {
    double[] holes = ramp();
    holes[7] = Double.NaN;
    refused(
        "1 values in 1 of 48 spectra are not finite",
        "input=" + npy("holes.npy", holes, FRAMES, POINTS));
    refused(
        "all 48 spectra are equal",
        "input=" + npy("flat.npy", new double[FRAMES * POINTS], FRAMES, POINTS));
    Path few = npy("few.npy", Arrays.copyOf(ramp(), 3 * POINTS), 3, POINTS);
    refused("5 clusters of 3 spectra", "input=" + few, "clustering.clusters=5");
    refused("10 neighbours of 3 spectra", "input=" + few);
    Path ramp = npy("ramp.npy", ramp(), FRAMES, POINTS);
    refused("99 components are asked for", "input=" + ramp, "components=99");
    refused(
        "3 labels for 48 spectra",
        "input=" + ramp,
        "labels.file=" + npy("l.npy", new double[3], 1, 3));
    CommandLine empty = explore("name=nothing");
    assertThat(empty.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(empty.err()).contains("there is no table of datasets here");
  }

  @Test
  void aGraphInPiecesIsSaid() throws IOException {
    double[] apart = ramp();
    for (int i = CHANGE * POINTS; i < apart.length; i++) {
      apart[i] += 1000;
    }
    CommandLine run =
        explore(
            "input=" + npy("apart.npy", apart, FRAMES, POINTS),
            "scene.layout=spectra-in-rows",
            "figures=false");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("the graph is not fully connected, it has 2 pieces");
    assertThat(result("apart").status()).isEqualTo(CellStatus.FLAGGED);
  }

  @Test
  void measuredPatternsAreComparedWithTheirLabels() throws IOException {
    Assumptions.assumeTrue(
        SharedData.find(TINISN + "X.npy").isPresent(), SharedData.absent(TINISN + "X.npy"));
    CommandLine run =
        explore(
            "input=" + SharedData.find(TINISN + "X.npy").orElseThrow(),
            "name=tinisn",
            "scene.layout=spectra-in-rows",
            "labels.file=" + SharedData.find(TINISN + "y.npy").orElseThrow(),
            "clustering.clusters=11",
            "transition.sequence=false",
            "figures=false");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    SweepResultRow result = result("tinisn");
    // scikit-learn: test/golden/exploration/clustering.txt, tinisn.nearest.kmeans.agreement
    assertThat(result.metrics().get("normalised_mutual_information"))
        .isCloseTo(0.535, within(0.03));
    assertThat(result.metrics()).doesNotContainKey("confidence");
  }

  private void refused(String problem, String... words) {
    CommandLine run =
        explore(
            Stream.concat(Stream.of(words), Stream.of("scene.layout=spectra-in-rows"))
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains(problem);
  }

  private CommandLine explore(String... words) {
    List<String> all = new ArrayList<>(List.of("explore", "catalogue=" + folder.resolve("tables")));
    all.addAll(List.of(words));
    return CommandLine.run(all.toArray(String[]::new));
  }

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("tables").toString());
  }

  private SweepResultRow result(String study) {
    List<SweepResultRow> rows = catalogue().sweepResults().read(study);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static double[] array(SweepResultRow row, String name) {
    return Objects.requireNonNull(row.arrays().get(name), name);
  }

  /** A peak that drifts, and one that gives way to another. */
  private static double[] ramp() {
    RandomStream stream = RandomStreams.of(3).at("ramp");
    double[] x = new double[FRAMES * POINTS];
    for (int t = 0; t < FRAMES; t++) {
      for (int b = 0; b < POINTS; b++) {
        double drifts = (b - 15 - 0.05 * t) / 3;
        double changes = (b - (t < CHANGE ? 34 : 46)) / 3.0;
        x[t * POINTS + b] =
            Math.exp(-drifts * drifts)
                + Math.exp(-changes * changes)
                + 0.03 * stream.nextGaussian();
      }
    }
    return x;
  }

  private static double[] truth() {
    double[] labels = new double[FRAMES];
    Arrays.fill(labels, CHANGE, FRAMES, 7);
    return labels;
  }

  /** As numpy.save writes it. */
  private Path npy(String name, double[] values, int rows, int columns) throws IOException {
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + padded.length() + 8 * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) padded.length());
    bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
    bytes.asDoubleBuffer().put(values);
    return Files.write(folder.resolve(name), bytes.array());
  }
}
