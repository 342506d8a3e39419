package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.debye.failure.FailureCode.ALL_MASKED;
import static org.debye.failure.FailureCode.AMBIGUOUS_DATASET;
import static org.debye.failure.FailureCode.CORRUPT_CHUNK;
import static org.debye.failure.FailureCode.DANGLING_LINK;
import static org.debye.failure.FailureCode.GEOMETRY_MISMATCH;
import static org.debye.failure.FailureCode.LINK_OUTSIDE_ROOTS;
import static org.debye.failure.FailureCode.MASK_MISMATCH;
import static org.debye.failure.FailureCode.MISSING_FILE;
import static org.debye.failure.FailureCode.MISSING_VIRTUAL_SOURCE;
import static org.debye.failure.FailureCode.MISSING_WAVELENGTH;
import static org.debye.failure.FailureCode.NOT_HDF5;
import static org.debye.failure.FailureCode.NO_FRAME_DATASET;
import static org.debye.failure.FailureCode.OPEN_FOR_WRITING;
import static org.debye.failure.FailureCode.TRUNCATED;
import static org.debye.failure.FailureCode.UNKNOWN_FILTER;
import static org.debye.failure.FailureCode.ZERO_FRAMES;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.fixtures.Golden;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of good files and of every kind of bad one (test/golden/mixed_folder.py): the good ones
 * are in, each bad one has its row, whole frames of damaged files are kept.
 */
class MixedFolderTest {
  private static final Map<String, Integer> GOOD =
      Map.of("good_deflate", 3, "good_bitshuffle", 5, "good_plain", 1, "good_nan_flat", 2);

  private static final Map<String, FailureCode> PARTIAL =
      Map.of(
          "partial_corrupt_chunk", CORRUPT_CHUNK,
          "partial_missing_virtual_source", MISSING_VIRTUAL_SOURCE,
          "partial_open_for_writing", OPEN_FOR_WRITING);

  private static final Map<String, FailureCode> BAD =
      Map.ofEntries(
          Map.entry("never_there", MISSING_FILE),
          Map.entry("not_hdf5", NOT_HDF5),
          Map.entry("not_hdf5_empty", NOT_HDF5),
          Map.entry("truncated", TRUNCATED),
          Map.entry("no_frame_dataset", NO_FRAME_DATASET),
          Map.entry("ambiguous_dataset", AMBIGUOUS_DATASET),
          Map.entry("unknown_filter", UNKNOWN_FILTER),
          Map.entry("dangling_link", DANGLING_LINK),
          Map.entry("link_outside_roots", LINK_OUTSIDE_ROOTS),
          Map.entry("geometry_mismatch", GEOMETRY_MISMATCH),
          Map.entry("missing_wavelength", MISSING_WAVELENGTH),
          Map.entry("all_masked", ALL_MASKED),
          Map.entry("zero_frames", ZERO_FRAMES));

  @TempDir Path folder;

  @Test
  void badFilesStopNothing() {
    Golden.unzip("mixed_folder.zip", folder);

    CommandLine run = reduce();

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out()).contains("reduced   4 datasets, 3 partial, 13 failed; 17 spectra");
    Map<String, DatasetRow> rows = rows();
    assertThat(rows).hasSize(GOOD.size() + PARTIAL.size() + BAD.size());
    GOOD.forEach((name, frames) -> expect(rows, name, DatasetStatus.REDUCED, frames, null));
    PARTIAL.forEach((name, code) -> expect(rows, name, DatasetStatus.PARTIAL, 2, code));
    BAD.forEach((name, code) -> expect(rows, name, DatasetStatus.FAILED, 0, code));
    assertThat(message(rows, "partial_corrupt_chunk"))
        .contains("partial_corrupt_chunk.h5:/entry/data/data[1]: ")
        .contains("Copy the file again");
    assertThat(message(rows, "ambiguous_dataset")).contains("/left, /right. Set frames.dataset");
    assertThat(message(rows, "unknown_filter")).contains("filter szip (4)");
    assertThat(rows.get("good_nan_flat"))
        .satisfies(row -> assertThat(row.facts().warnings()).anyMatch(w -> w.contains("all NaN")));

    long versions = versions();
    CommandLine again = reduce();
    assertThat(again.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(again.out()).contains("20 unchanged (16 of them failed or partial before");
    assertThat(versions()).as("a second run writes nothing").isEqualTo(versions);
  }

  @Test
  void aMaskOfAnotherShapeFailsEachDataset() {
    Golden.unzip("mixed_folder.zip", folder);

    CommandLine run = reduce("mask.files=[" + folder.resolve("mask/wrong_shape.npy") + "]");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(rows().values())
        .filteredOn(row -> row.failure() != null && row.failure().code() == MASK_MISMATCH)
        .extracting(DatasetRow::name)
        .containsAll(GOOD.keySet());
  }

  private CommandLine reduce(String... more) {
    Path raw = folder.resolve("raw");
    List<String> words =
        new ArrayList<>(
            List.of(
                "reduce",
                "input=[" + raw + "," + folder.resolve("never_there.h5") + "]",
                "catalogue=" + folder.resolve("tables"),
                "geometry.poni=" + raw.resolve("geometry.poni"),
                "integration.points=60",
                "integration.unit=q_nm^-1",
                "figures.enabled=false"));
    words.addAll(Arrays.asList(more));
    return CommandLine.run(words.toArray(String[]::new));
  }

  private Map<String, DatasetRow> rows() {
    Map<String, DatasetRow> rows = new TreeMap<>();
    catalogue().datasets().all().forEach(row -> rows.put(row.name(), row));
    return rows;
  }

  private long versions() {
    return catalogue().spectra().version() + catalogue().datasets().all().size();
  }

  private Catalogue catalogue() {
    return Catalogue.existing(folder.resolve("tables").toString());
  }

  private static void expect(
      Map<String, DatasetRow> rows,
      String name,
      DatasetStatus status,
      int frames,
      @Nullable FailureCode code) {
    assertThat(rows).containsKey(name);
    assertThat(rows.get(name))
        .satisfies(
            row -> {
              assertThat(row.status()).as(name).isEqualTo(status);
              assertThat(row.frames()).as(name).isEqualTo(frames);
              assertThat(row.failure() == null ? null : row.failure().code())
                  .as(name)
                  .isEqualTo(code);
            });
  }

  private static String message(Map<String, DatasetRow> rows, String name) {
    DatasetRow row = rows.get(name);
    return row == null || row.failure() == null ? "" : row.failure().message();
  }
}
