package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
    assertThat(grouped("/a/x_000001.h5", "/a/x_master.h5", "/a/x_meta.h5"))
        .containsExactly("x: /a/x_master.h5 /a/x_000001.h5 /a/x_meta.h5");
  }

  @Test
  void takesFilesOfScanFoldersForTheDataOfTheFileNamedLikeTheFolder() {
    assertThat(
            grouped(
                "/x/Pt_1/Pt_1.h5",
                "/x/Pt_1/scan0001/eiger_0000.h5",
                "/x/Pt_1/scan0002/eiger_data_000001.h5"))
        .containsExactly(
            "Pt_1: /x/Pt_1/Pt_1.h5 /x/Pt_1/scan0001/eiger_0000.h5"
                + " /x/Pt_1/scan0002/eiger_data_000001.h5");
  }

  @Test
  void keepsFilesOfScanFoldersBelowFilesOfOtherNames() {
    assertThat(
            grouped(
                "/x/sample.h5", "/x/scan0001/marana_0000.h5", "/x/Pt_1/scan0001/marana_0000.h5"))
        .containsExactlyInAnyOrder(
            "sample: /x/sample.h5",
            "marana_0000: /x/scan0001/marana_0000.h5",
            "marana_0000: /x/Pt_1/scan0001/marana_0000.h5");
    assertThat(grouped("/x/x.h5", "/x/scan001/a.h5", "/x/scan00001/b.h5")).hasSize(3);
  }

  @Test
  void keepsNumberedAndMetaFilesThatNoMasterClaims() {
    assertThat(
            grouped(
                "/a/x.h5",
                "/a/x_000001.h5",
                "/a/x_meta.h5",
                "/a/y.nxs",
                "/a/y_00001.h5",
                "/a/y_meta.h5",
                "/a/z.nxs",
                "/a/z_000001.nxs"))
        .hasSize(8);
    assertThat(grouped("/a/s_m1.nxs", "/a/s_m1_000001.h5", "/a/s_m2.nxs"))
        .containsExactlyInAnyOrder("s: /a/s_m1.nxs /a/s_m2.nxs", "s_m1_000001: /a/s_m1_000001.h5");
  }

  @Test
  void keepsTheSecondOfTwoFilesThatWouldBeOnePiece() {
    assertThat(grouped("/a/x.h5", "/a/x.hdf5")).containsExactly("x: /a/x.h5", "x: /a/x.hdf5");
    assertThat(grouped("/a/s_m1_part00000.h5", "/a/s_m1_part00000.nxs", "/a/s_m1_part0.nxs"))
        .containsExactlyInAnyOrder(
            "s: /a/s_m1_part0.nxs",
            "s_m1_part00000: /a/s_m1_part00000.h5",
            "s_m1_part00000: /a/s_m1_part00000.nxs");
    assertThat(grouped("/a/e_master.h5", "/a/e_master.nxs"))
        .containsExactly("e: /a/e_master.h5", "e_master: /a/e_master.nxs");
  }

  @Test
  void takesNumbersOfFewerThanSixDigitsForNames() {
    assertThat(grouped("/a/run_data_1.h5", "/a/run_data_2.h5"))
        .containsExactly("run_data_1: /a/run_data_1.h5", "run_data_2: /a/run_data_2.h5");
  }

  @RepeatedTest(50)
  void losesNoFileAndNamesNoneTwice(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    String[] stems = {
      "x",
      "x_master",
      "x_meta",
      "x_000001",
      "x_data_000001",
      "x_data_000002",
      "x_m1",
      "x_m2",
      "x_m1_part00000",
      "x_m1_part0",
      "x_000001_meta",
      "RAW-R0001-AGIPD00-S00000",
      "RAW-R0001-DA01-S00000",
      "X",
      "scan0001"
    };
    String[] folders = {"/", "/x/", "/x/scan0001/", "/scan0001/", "/x/scan0001/scan0002/"};
    String[] extensions = {".h5", ".nxs", ".hdf5", ".H5", ""};
    Set<String> paths = new TreeSet<>();
    for (int i = 0; i < 60; i++) {
      paths.add(
          folders[random.nextInt(folders.length)]
              + stems[random.nextInt(stems.length)]
              + extensions[random.nextInt(extensions.length)]);
    }

    List<String> found =
        SeriesGrouping.group(
                paths.stream().map(p -> new SourceFile(URI.create("s3a://b" + p), 1, 1)).toList())
            .stream()
            .flatMap(candidate -> candidate.files().stream())
            .map(file -> file.uri().getPath())
            .toList();

    assertThat(found).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(paths);
  }

  @Test
  void keepsDataAggregatorsOfEuxfelApart() {
    assertThat(grouped("/r/RAW-R0001-DA01-S00000.h5", "/r/RAW-R0001-DA02-S00000.h5")).hasSize(2);
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
