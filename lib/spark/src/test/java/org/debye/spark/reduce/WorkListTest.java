package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.debye.hdf5.SeriesGrouping;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.DatasetsTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class WorkListTest {
  private static StackCandidate candidate(String name, long size) {
    return new StackCandidate(
        name, List.of(new SourceFile(URI.create("file:/data/" + name + ".h5"), size, 5)));
  }

  private static Map<String, DatasetsTable.State> done(WorkList work, DatasetStatus status) {
    Map<String, DatasetsTable.State> states = new HashMap<>();
    work.todo()
        .forEach(
            one ->
                states.put(
                    one.datasetId(), new DatasetsTable.State(one.fingerprint(), status, "run")));
    return states;
  }

  @Test
  void onlyNewAndChangedSourcesAreDoneAgain() {
    List<StackCandidate> before = List.of(candidate("a", 1), candidate("b", 1));
    WorkList first = WorkList.of(before, Map.of(), "config", false);
    assertThat(first.todo()).hasSize(2).noneMatch(Work::replaces);
    Map<String, DatasetsTable.State> states = done(first, DatasetStatus.REDUCED);
    assertThat(WorkList.of(before, states, "config", true).todo()).isEmpty();
    WorkList later =
        WorkList.of(
            List.of(candidate("a", 1), candidate("b", 2), candidate("c", 1)),
            states,
            "config",
            false);
    assertThat(later.unchanged()).isEqualTo(1);
    assertThat(later.todo()).extracting(work -> work.candidate().name()).containsExactly("b", "c");
    assertThat(later.todo()).extracting(Work::replaces).containsExactly(true, false);
    assertThat(later.todo().get(0).datasetId()).isEqualTo(first.todo().get(1).datasetId());
  }

  @Test
  void anotherConfigurationMakesOtherDatasets() {
    List<StackCandidate> candidates = List.of(candidate("a", 1));
    WorkList one = WorkList.of(candidates, Map.of(), "one", false);
    WorkList two = WorkList.of(candidates, done(one, DatasetStatus.REDUCED), "two", false);
    assertThat(two.todo()).singleElement().extracting(Work::replaces).isEqualTo(false);
    assertThat(two.todo().get(0).datasetId()).isNotEqualTo(one.todo().get(0).datasetId());
  }

  @Test
  void failedOnesAreLeftAloneUnlessAskedFor() {
    List<StackCandidate> candidates = List.of(candidate("a", 1));
    WorkList first = WorkList.of(candidates, Map.of(), "config", false);
    for (DatasetStatus status : Set.of(DatasetStatus.FAILED, DatasetStatus.PARTIAL)) {
      Map<String, DatasetsTable.State> states = done(first, status);
      assertThat(WorkList.of(candidates, states, "config", false).todo()).isEmpty();
      assertThat(WorkList.of(candidates, states, "config", true).todo())
          .singleElement()
          .matches(Work::replaces);
    }
  }

  @Test
  void batchesHoldEveryDatasetOnceWithinTheirLimits() {
    List<StackCandidate> candidates = new ArrayList<>();
    LongStream.rangeClosed(1, 50).forEach(i -> candidates.add(candidate("d" + i, i)));
    WorkList work = WorkList.of(candidates, Map.of(), "config", false);
    List<List<Work>> batches = work.batches(60, 7);
    Set<String> seen = new TreeSet<>();
    for (List<Work> batch : batches) {
      assertThat(batch).hasSizeLessThanOrEqualTo(7);
      assertThat(batch.stream().mapToLong(Work::size).sum()).isLessThanOrEqualTo(60);
      batch.forEach(one -> assertThat(seen.add(one.datasetId())).isTrue());
    }
    assertThat(seen).hasSize(50);
    assertThat(work.batches(1, 7)).hasSize(50);
  }

  /** Listed, grouped, compared with a table that knows half, and cut into batches. */
  private static int plan(int datasets) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < datasets; i++) {
      String name = "/raw/day%03d/scan_%06d.h5".formatted(i / 1000, i);
      files.add(new SourceFile(URI.create("hdfs://cluster" + name), 1_000_000 + i, i));
    }
    WorkList known =
        WorkList.of(
            SeriesGrouping.group(files.subList(0, datasets / 2)), Map.of(), "config", false);
    WorkList work =
        WorkList.of(
            SeriesGrouping.group(files), done(known, DatasetStatus.REDUCED), "config", false);
    assertThat(work.unchanged()).isEqualTo(datasets / 2);
    List<List<Work>> batches = work.batches(16L << 30, 8000);
    assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(datasets - datasets / 2);
    return batches.size();
  }

  @Test
  void twentyThousandDatasetsArePlanned() {
    assertThat(plan(20_000)).isEqualTo(2);
  }

  /** With the module's -Xmx2g. */
  @Test
  @Tag("acceptance")
  void twoHundredThousandDatasetsArePlannedInGrowingNumbers() {
    for (int datasets : new int[] {25_000, 50_000, 100_000, 200_000}) {
      long begun = System.nanoTime();
      plan(datasets);
      System.out.printf(
          "%d datasets planned in %.2f s, %d MB in use%n",
          datasets,
          (System.nanoTime() - begun) / 1e9,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
  }
}
