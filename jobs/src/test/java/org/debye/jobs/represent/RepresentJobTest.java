package org.debye.jobs.represent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.debye.jobs.represent.SmallEncoders.represent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.SmallRamps;
import org.debye.jobs.train.TableState;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.predict.PretrainedEncoder;
import org.debye.learning.predict.RepresentationLayer;
import org.debye.learning.weight.Placement;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.RepresentationRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spark.table.SweepResultRow;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoders over ramps that are whole, on another axis, or lack a number. */
final class RepresentJobTest {
  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  /** Two ramps with labels; of those without, one has a NaN and one another axis. */
  @BeforeAll
  static void encoders() throws IOException {
    catalogue =
        SmallRamps.at(folder.resolve("tables"))
            .ramp("D1", 12)
            .ramp("D2", 15)
            .ramp("spoilt", SmallRamps.axis(5, SmallRamps.POINTS), 18, frame -> "")
            .spoil("spoilt", 7, 3, Float.NaN)
            .ramp("shifted", SmallRamps.axis(4.97, SmallRamps.POINTS + 1), 18, frame -> "")
            .write();
    SmallEncoders.train(catalogue, "specmoco");
    SmallEncoders.train(catalogue, "specselftime");
  }

  @Test
  void everyFrameIsRepresentedOnceAsTheEncoderDoesByItself() throws IOException {
    CommandRun run = represent(catalogue, "model=specmoco", "dataset=D1");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Representations", "spectra/s and core");
    List<RepresentationRow> rows = rows("specmoco", "representation", "D1");
    assertThat(rows).extracting(RepresentationRow::frame).isEqualTo(frames());
    assertThat(rows).allMatch(row -> row.vector().length == 16);
    List<float[]> own = byItself("D1", RepresentationLayer.REPRESENTATION);
    for (int i = 0; i < own.size(); i++) {
      assertThat(rows.get(i).vector()).containsExactly(own.get(i), within(1e-5f));
    }
    assertThat(rows.get(0).vector()).isNotEqualTo(rows.get(29).vector());

    Map<String, Long> versions = versions();
    CommandRun again = represent(catalogue, "model=specmoco", "dataset=D1");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("1 unchanged");
    assertThat(versions()).isEqualTo(versions);
  }

  @Test
  void aProjectionIsTakenBehindTheHead() throws IOException {
    CommandRun run =
        represent(catalogue, "model=specmoco", "dataset=D2", "layer=[representation,projection]");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    List<RepresentationRow> projected = rows("specmoco", "projection", "D2");
    assertThat(projected).hasSize(30).allMatch(row -> row.vector().length == 8);
    List<float[]> own = byItself("D2", RepresentationLayer.PROJECTION);
    assertThat(projected.get(3).vector()).containsExactly(own.get(3), within(1e-5f));
    assertThat(rows("specmoco", "representation", "D2")).hasSize(30);
  }

  /** Whatever the cut, the same numbers; what an earlier cut has left goes. */
  @Test
  void aLargeDatasetIsRepresentedInPieces() {
    assertThat(represent(catalogue, "model=specselftime", "dataset=D1").code())
        .isEqualTo(ExitCode.DONE);
    List<RepresentationRow> whole = rows("specselftime", "representation", "D1");
    CommandRun run = represent(catalogue, "model=specselftime", "dataset=D1", "frames-per-piece=7");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("5 pieces");
    List<RepresentationRow> cut = rows("specselftime", "representation", "D1");
    assertThat(cut).extracting(RepresentationRow::frame).isEqualTo(frames());
    for (int i = 0; i < whole.size(); i++) {
      assertThat(cut.get(i).vector()).containsExactly(whole.get(i).vector(), within(1e-5f));
    }
    assertThat(results("specselftime", "D1")).hasSize(5);
    assertThat(catalogue.representations().read(whole.get(0).fitId())).isEmpty();
  }

  @Test
  void aFrameWithoutANumberIsLeftOutAndTheDatasetFlagged() {
    CommandRun run = represent(catalogue, "model=specmoco", "dataset=spoilt");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out() + run.err())
        .contains("1 of 30 frames have no representation; the first, frame 7: ", "intensity 3 of");
    SweepResultRow row = results("specmoco", "spoilt").get(0);
    assertThat(row.status()).isEqualTo(CellStatus.FLAGGED);
    assertThat(row.metrics()).containsEntry("frames", 29.0).containsEntry("left_out", 1.0);
    assertThat(rows("specmoco", "representation", "spoilt"))
        .hasSize(29)
        .noneMatch(one -> one.frame() == 7);
  }

  @Test
  void aDatasetOnAnotherAxisFailsAloneUnlessResampled() {
    CommandRun run = represent(catalogue, "model=specselftime", "dataset=[shifted,D2]");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out() + run.err())
        .contains("shifted: its axis is two_theta_deg with 129 points from 4.97000 to 17.7700 deg")
        .contains("set resample=true to interpolate");
    SweepResultRow failed = results("specselftime", "shifted").get(0);
    assertThat(failed.status()).isEqualTo(CellStatus.FAILED);
    assertThat(Objects.requireNonNull(failed.problem()).code()).isEqualTo("INVALID_CONFIGURATION");
    assertThat(rows("specselftime", "representation", "D2")).hasSize(30);

    CommandRun resampled =
        represent(catalogue, "model=specselftime", "dataset=shifted", "resample=true");
    assertThat(resampled.code()).as(resampled.err()).isEqualTo(ExitCode.DONE);
    assertThat(rows("specselftime", "representation", "shifted")).hasSize(30);
  }

  @Test
  void whatIsNoEncoderOrLacksTheLayerIsRefused() {
    refused(
        "specselftime: it is an encoder of the kind specselftime, which was trained without a"
            + " projection. Leave layer out",
        "model=specselftime",
        "layer=projection");
    CommandRun rival =
        SmallRamps.train(
            catalogue, "model=endmembers", "split.kind=none", "spectra.dataset=[D1,D2]");
    assertThat(rival.code()).as(rival.err()).isEqualTo(ExitCode.DONE);
    refused(
        ", which is no encoder of representations. Name an encoder: one that train has made",
        "model=endmembers");
    refused("nobody: there is no such model in ", "model=nobody");
  }

  @Test
  void spectraAndRepresentationsAreClusteredAndScored() throws IOException {
    String[] words = {
      "model=[specmoco,specselftime]",
      "dataset=[D1,D2]",
      "clustering.clusters=labels",
      "figures=true",
      "name=both"
    };
    CommandRun run = represent(catalogue, words);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("clustered 24 clusterings", "Silhouette of spectral", "2 clusters, 2 datasets");
    List<SweepResultRow> rows = catalogue.sweepResults().read("represent-clusters");
    assertThat(rows).hasSize(24);
    for (SweepResultRow row : rows) {
      assertThat(row.metrics())
          .containsEntry("labelled_frames", 30.0)
          .containsKeys("silhouette", "normalised_mutual_information");
    }
    Path pictures = folder.resolve("tables/figures/represent/both");
    for (String name : List.of("D1-course", "D1-labels", "D2-course", "D2-labels")) {
      assertThat(pictures.resolve(name + ".png")).isNotEmptyFile();
    }
    List<String> lines = Files.readAllLines(pictures.resolve("silhouette-each.csv"));
    assertThat(lines).hasSize(7);
    assertThat(lines.get(1)).startsWith("D1,2,spectra,");

    Map<String, Long> versions = versions();
    CommandRun again = represent(catalogue, words);
    assertThat(again.out()).contains("24 unchanged");
    assertThat(versions()).isEqualTo(versions);
  }

  @Test
  void representationsAreExported() throws IOException {
    represent(catalogue, "model=specmoco", "dataset=[D1,D2]", "layer=projection");
    Path csv = folder.resolve("projections.csv");
    CommandRun run =
        export("format=csv", "output=" + csv, "frames=3:4", "layer=projection", "dataset=[D1,D2]");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("4 representations");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("dataset_id,frame,v0,v1,v2,v3,v4,v5,v6,v7");
    float[] wanted = rows("specmoco", "projection", "D2").get(3).vector();
    List<String> words = new ArrayList<>(List.of("D2", "3"));
    IntStream.range(0, 8).forEach(i -> words.add(Float.toString(wanted[i])));
    assertThat(lines).hasSize(5).element(3).isEqualTo(String.join(",", words));

    Path bare = folder.resolve("bare");
    CommandRun parquet =
        export("format=parquet", "output=" + bare, "layer=projection", "dataset=D1");
    assertThat(parquet.code()).as(parquet.err()).isEqualTo(ExitCode.DONE);
    assertThat(bare.resolve("representations.parquet")).isNotEmptyFile();

    CommandRun none = export("format=csv", "output=" + csv + "2", "dataset=shifted");
    assertThat(none.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(none.err()).contains("the chosen datasets have no representation by specmoco. Make");
  }

  private static CommandRun export(String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "export",
                "catalogue=" + catalogue.location(),
                "table=representations",
                "model=specmoco"));
    all.addAll(List.of(words));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static void refused(String problem, String... words) {
    CommandRun run = represent(catalogue, words);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains(problem);
  }

  private static Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>(TableState.versions(catalogue));
    versions.put("representations", catalogue.representations().version());
    return versions;
  }

  private static List<Long> frames() {
    return IntStream.range(0, SmallRamps.FRAMES).mapToObj(i -> (long) i).toList();
  }

  private static List<float[]> byItself(String dataset, RepresentationLayer layer)
      throws IOException {
    List<Spectrum> spectra = new ArrayList<>();
    try (SpectrumStream stream = catalogue.spectra().read(dataset)) {
      stream.forEachRemaining((SpectrumRow row) -> spectra.add(row.spectrum()));
    }
    try (PretrainedEncoder encoder =
        PretrainedEncoder.open(
            new LocalFolderStore(TableState.folder(catalogue, "specmoco")), layer, Placement.CPU)) {
      return encoder.represent(
          SmallRamps.axis(5, SmallRamps.POINTS), spectra, OtherAxis.REFUSE, dataset);
    }
  }

  private static List<SweepResultRow> results(String model, String dataset) {
    return catalogue.sweepResults().read("represent/" + model).stream()
        .filter(row -> dataset.equals(row.parameters().get("dataset_id")))
        .toList();
  }

  private static List<RepresentationRow> rows(String model, String layer, String dataset) {
    return results(model, dataset).stream()
        .filter(row -> layer.equals(row.parameters().get("layer")))
        .flatMap(row -> catalogue.representations().read(row.cellId()).stream())
        .sorted(Comparator.comparingLong(RepresentationRow::frame))
        .toList();
  }
}
