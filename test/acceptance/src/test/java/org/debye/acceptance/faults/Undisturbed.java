package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A job that nothing has happened to: what it starts from, its rows, and how long it takes. Every
 * catalogue is at the same place, one after another, since rows hold its path.
 *
 * @param place where the job runs
 * @param rows of the catalogue when it has ended
 * @param milliseconds from the start of its JVM to its end
 */
record Undisturbed(
    FaultJob job, Path work, JobPlace place, Map<String, List<String>> rows, long milliseconds) {

  /** Prepares and runs it. */
  static Undisturbed run(FaultJob job, Path work, JobPlace place)
      throws IOException, InterruptedException {
    Undisturbed plan = new Undisturbed(job, work, place, Map.of(), 0);
    Files.createDirectories(plan.catalogue());
    for (List<String> words : job.before(work)) {
      JobProcess before = plan.start(words);
      assertThat(before.ended()).as(before::said).isZero();
    }
    copy(plan.catalogue(), plan.base());
    plan.fresh();
    long start = System.nanoTime();
    JobProcess whole = plan.start();
    assertThat(whole.ended()).as(whole::said).isZero();
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    Map<String, List<String>> rows = TableRows.of(plan.catalogue());
    assertThat(rows.values().stream().mapToInt(List::size).sum()).isGreaterThan(10);
    return new Undisturbed(job, work, place, rows, milliseconds);
  }

  /** The same job somewhere else. */
  Undisturbed at(JobPlace other) {
    return new Undisturbed(job, work, other, rows, milliseconds);
  }

  Path catalogue() {
    return work.resolve("tables");
  }

  private Path base() {
    return work.resolve("base");
  }

  /** Puts the catalogue back to what it was before the job. */
  void fresh() throws IOException {
    delete(catalogue());
    copy(base(), catalogue());
  }

  /** Starts the job. */
  JobProcess start() {
    return start(job.words(work));
  }

  /** Starts the job with further variables in its environment, and a log of its own. */
  JobProcess start(String log, Map<String, String> environment) {
    return JobProcess.start(
        work.resolve(log), place.with(environment), onCatalogue(job.words(work)));
  }

  private JobProcess start(List<String> words) {
    return JobProcess.start(work.resolve("job.log"), place, onCatalogue(words));
  }

  private List<String> onCatalogue(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.add("catalogue=" + catalogue());
    return all;
  }

  /** Makes sure that the catalogue holds what it holds without a disturbance, each row once. */
  void sameRows(String what) throws IOException {
    Map<String, List<String>> found = TableRows.of(catalogue());
    assertThat(found.keySet()).as(what).isEqualTo(rows.keySet());
    rows.forEach(
        (table, wanted) ->
            assertThat(found.get(table)).as(what + ", table " + table).isEqualTo(wanted));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
