package org.debye.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.launcher.JavaModuleOptions;
import org.debye.fixtures.Golden;
import org.debye.fixtures.StandaloneCluster;
import org.debye.jobs.JobNames;
import org.debye.jobs.train.SmallRamps;
import org.debye.spark.DebyeSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every job on a standalone cluster that authenticates and encrypts (master, two workers, two
 * executors and the driver, each a JVM), with sources and tables on a real HDFS; then the same on
 * the embedded Spark. The tables are equal, row for row.
 */
@Timeout(1800)
final class EveryJobClusterTest {
  @TempDir java.nio.file.Path folder;

  @Test
  void tablesOfAClusterAreThoseOfOneJvm() throws Exception {
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    try {
      compare(hdfs.getFileSystem());
    } finally {
      hdfs.shutdown(true);
    }
  }

  private void compare(FileSystem hdfs) throws Exception {
    EveryJob jobs = new EveryJob(hdfs.getUri() + "/in", hdfs.getUri() + "/tables", folder + "/out");
    assertThat(jobs.all().stream().map(one -> one.words().get(0)))
        .as("no job is left out")
        .containsAll(JobNames.all());
    inputs(hdfs);
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2, 1)) {
      onCluster(cluster, jobs);
    }
    Path ofCluster = new Path("/of-cluster");
    assertThat(hdfs.rename(new Path("/tables"), ofCluster)).isTrue();
    Files.move(folder.resolve("out"), folder.resolve("out-of-cluster"));

    SmallRamps.embedded();
    try (PrintStream out =
        new PrintStream(folder.resolve("embedded.log").toFile(), StandardCharsets.UTF_8)) {
      JobSequence.run(jobs, out);
    }
    var session = DebyeSession.open("compare");
    Map<String, List<String>> expected = TableRows.of(session, hdfs, new Path("/tables"));
    Map<String, List<String>> found = TableRows.of(session, hdfs, ofCluster);
    assertThat(found.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(12);
    expected.forEach(
        (table, rows) -> {
          assertThat(rows).as(table).isNotEmpty();
          assertThat(found.get(table)).as(table).isEqualTo(rows);
        });
    assertThat(names(hdfs, ofCluster)).isEqualTo(names(hdfs, new Path("/tables")));
    sameExports();
  }

  private void inputs(FileSystem hdfs) throws IOException {
    Golden.unzip("mixed_folder.zip", folder.resolve("in"));
    java.nio.file.Path text = Files.createDirectories(folder.resolve("in/text"));
    Files.writeString(text.resolve("b.xy"), "# made\n1.5 10\n2.5 20.25\n");
    Files.writeString(text.resolve("a.dat"), "angle,counts\n1,3\n2,4\n");
    hdfs.copyFromLocalFile(new Path(folder.resolve("in").toUri()), new Path("/in"));
  }

  private void onCluster(StandaloneCluster cluster, EveryJob jobs) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    cluster.executorOptions().forEach(pair -> command.add("-D" + pair[0] + "=" + pair[1]));
    command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(JobSequence.class.getName());
    command.addAll(List.of(jobs.input(), jobs.catalogue(), jobs.output()));
    java.nio.file.Path log = folder.resolve("driver.log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(cluster.environment());
    Process driver = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(driver.waitFor(10, TimeUnit.MINUTES)).as("ended in time").isTrue();
      assertThat(driver.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      driver.destroyForcibly();
    }
  }

  /** Models and pictures beside the tables, by name; digits that every writing draws anew aside. */
  private static Set<String> names(FileSystem hdfs, Path catalogue) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String part : List.of("figures", "models")) {
      var files = hdfs.listFiles(new Path(catalogue, part), true);
      while (files.hasNext()) {
        String path = files.next().getPath().toUri().getPath();
        names.add(
            path.substring(catalogue.toString().length())
                .replaceAll("-[0-9a-f]+\\.safe", ".safe")
                .replaceAll("part-[0-9a-f-]+", "part"));
      }
    }
    return names;
  }

  private void sameExports() throws IOException {
    for (String name : List.of("d1.csv", "chains")) {
      java.nio.file.Path own = folder.resolve("out").resolve(name);
      try (Stream<java.nio.file.Path> files = Files.walk(own)) {
        for (java.nio.file.Path file : files.filter(Files::isRegularFile).toList()) {
          java.nio.file.Path other =
              folder.resolve("out-of-cluster").resolve(folder.resolve("out").relativize(file));
          assertThat(timeless(other)).as(file.toString()).isEqualTo(timeless(file));
        }
      }
    }
  }

  /** Lines of a file but those of how long something has taken, as Stan's CSV files have them. */
  private static List<String> timeless(java.nio.file.Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.contains(" seconds (")).toList();
  }
}
