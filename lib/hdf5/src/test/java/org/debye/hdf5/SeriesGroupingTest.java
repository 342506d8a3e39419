package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesGroupingTest {
  private static List<String> grouped(String... paths) {
    List<SourceFile> files =
        Arrays.stream(paths)
            .map(path -> new SourceFile(URI.create("s3a://bucket" + path), 1, 1))
            .toList();
    return SeriesGrouping.group(files).stream()
        .map(
            candidate ->
                candidate.name()
                    + ": "
                    + String.join(
                        " ", candidate.files().stream().map(file -> file.uri().getPath()).toList()))
        .toList();
  }

  @Test
  void ordersModulesAndPartsOfALambdaSeriesAsNumbers() {
    assertThat(
            grouped(
                "/a/s_m2_part00010.nxs",
                "/a/s_m2_part9.nxs",
                "/a/s_m1_part00009.nxs",
                "/a/s_m10_part00000.nxs",
                "/a/s_m1_part00010.nxs"))
        .containsExactly(
            "s: /a/s_m1_part00009.nxs /a/s_m1_part00010.nxs /a/s_m2_part9.nxs"
                + " /a/s_m2_part00010.nxs /a/s_m10_part00000.nxs");
  }

  @Test
  void takesModulesWithoutPartsOfNexusFilesOnly() {
    assertThat(grouped("/a/s_m1.nxs", "/a/s_m2.nxs", "/a/t_m1.h5", "/a/t_m2.h5"))
        .containsExactly("s: /a/s_m1.nxs /a/s_m2.nxs", "t_m1: /a/t_m1.h5", "t_m2: /a/t_m2.h5");
  }

  @Test
  void opensTheMasterOfAnEigerSeries() {
    assertThat(grouped("/a/e_data_000002.h5", "/a/e_data_000001.h5", "/a/e_master.h5"))
        .containsExactly("e: /a/e_master.h5 /a/e_data_000001.h5 /a/e_data_000002.h5");
    assertThat(grouped("/a/e_data_000010.h5", "/a/e_data_000009.h5"))
        .containsExactly("e: /a/e_data_000009.h5 /a/e_data_000010.h5");
  }

  @Test
  void keepsSeriesOfSeveralFoldersApart() {
    assertThat(grouped("/b/s_m1_part00000.nxs", "/a/s_m1_part00000.nxs", "/a/s_m2_part00000.nxs"))
        .containsExactly(
            "s: /a/s_m1_part00000.nxs /a/s_m2_part00000.nxs", "s: /b/s_m1_part00000.nxs");
  }

  @Test
  void doesNotTakeWhatAMasterLinksToForADatasetOfItsOwn() {
    assertThat(
            grouped(
                "/a/Therm_6_2.nxs",
                "/a/Therm_6_2_000001.h5",
                "/a/Therm_6_2_meta.h5",
                "/a/alone_000001.h5"))
        .containsExactly(
            "Therm_6_2: /a/Therm_6_2.nxs /a/Therm_6_2_000001.h5 /a/Therm_6_2_meta.h5",
            "alone_000001: /a/alone_000001.h5");
    assertThat(grouped("/x/sample.h5", "/x/scan0001/marana_0000.h5", "/y/scan0001/marana_0000.h5"))
        .containsExactly("sample: /x/sample.h5", "marana_0000: /y/scan0001/marana_0000.h5");
  }

  @Test
  void joinsModulesAndSequencesOfAnEuxfelRun() {
    assertThat(
            grouped(
                "/r/RAW-R0042-AGIPD01-S00000.h5",
                "/r/RAW-R0042-AGIPD00-S00001.h5",
                "/r/RAW-R0042-AGIPD00-S00000.h5",
                "/r/RAW-R0042-AGIPD01-S00001.h5"))
        .containsExactly(
            "RAW-R0042-AGIPD: /r/RAW-R0042-AGIPD00-S00000.h5 /r/RAW-R0042-AGIPD00-S00001.h5"
                + " /r/RAW-R0042-AGIPD01-S00000.h5 /r/RAW-R0042-AGIPD01-S00001.h5");
  }

  @Test
  void namesOtherFilesWithoutTheirExtension() {
    assertThat(grouped("/a/one.h5", "/a/two.HDF5", "/a/three.cxi", "/a/four.dat"))
        .containsExactly(
            "four.dat: /a/four.dat", "one: /a/one.h5", "three: /a/three.cxi", "two: /a/two.HDF5");
  }

  @Test
  void growsLinearlyToHundredsOfThousandsOfFiles() {
    List<SourceFile> files = new ArrayList<>();
    for (int scan = 0; scan < 20_000; scan++) {
      for (int part = 9; part >= 0; part--) {
        String name = "s3a://bucket/%d/scan%d_m1_part%05d.nxs".formatted(scan % 100, scan, part);
        files.add(new SourceFile(URI.create(name), 1, 1));
      }
    }

    List<StackCandidate> candidates = SeriesGrouping.group(files);

    assertThat(candidates).hasSize(20_000).allMatch(candidate -> candidate.files().size() == 10);
  }
}
