package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.debye.spark.table.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The batch script of Slurm in an allocation of two nodes, which are both this machine: a stand-in
 * of {@code srun} (test/cluster/srun) starts the Workers as processes.
 */
@Tag("acceptance")
@Timeout(1800)
class SlurmTest {
  @TempDir Path folder;

  private Launcher launcher = new Launcher(Path.of("."), Map.of());

  @BeforeEach
  void allocation() throws IOException {
    Launcher.assumeBuilt();
    Path standIns = Launcher.root().resolve("test/cluster");
    launcher =
        new Launcher(
            folder,
            Map.of(
                "PATH", standIns + ":" + System.getenv("PATH"),
                "SLURM_JOB_ID", "7",
                "SLURM_JOB_NUM_NODES", "2",
                "SLURM_CPUS_ON_NODE", "1",
                "SLURM_MEM_PER_NODE", "7168",
                "DEBYE_HOME", Launcher.root().toString(),
                "SPARK_LOCAL_IP", "127.0.0.1"));
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/b.xy"), "# made\n1.5 10\n2.5 20.25\n");
  }

  @Test
  void aJobRunsOnAllNodesAndNothingStays() throws Exception {
    Launcher.Ended ended = launcher.end(begin("in"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("imported  1 dataset; 1 spectrum");
    assertThat(ended.err()).contains("debye: 2 nodes, 2 executors of 1 cores; logs in ");
    assertThat(Catalogue.existing(folder + "/tables").datasets().all()).hasSize(1);
    assertThat(logs())
        .anyMatch(name -> name.startsWith("events/eventlog_v2_app-"))
        .anyMatch(name -> name.matches("slurm-7/executors-0/app-[^/]*/\\d/stderr"))
        .anyMatch(name -> name.matches("slurm-7/executors-1/app-[^/]*/\\d/stderr"))
        .contains("slurm-7/master.log", "slurm-7/worker-0.log", "slurm-7/worker-1.log")
        .contains("slurm-7/driver.log");
    nothingStays();
  }

  @Test
  void aJobThatFailsTakesTheClusterWithIt() throws Exception {
    Files.createDirectories(folder.resolve("empty"));
    Launcher.Ended ended = launcher.end(begin("empty"));
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("empty: no file here");
    nothingStays();
  }

  @Test
  void aCancelledJobTakesTheClusterWithIt() throws Exception {
    Process job = begin("in");
    Path master = folder.resolve("logs/slurm-7/master.log");
    while (!Files.exists(master) || !Files.readString(master).contains("Registering worker")) {
      assertThat(job.waitFor(100, TimeUnit.MILLISECONDS)).as(launcher.read("err")).isFalse();
    }
    job.destroy();
    Launcher.Ended ended = launcher.end(job);
    assertThat(ended.code()).as(ended.err()).isEqualTo(143);
    nothingStays();
  }

  private Process begin(String input) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("import", "catalogue=" + folder + "/tables", "axis.kind=2th_deg"));
    words.add("input=" + folder.resolve(input));
    return launcher.begin("slurm/debye.sbatch", words);
  }

  /** No process of the allocation, and no secret. */
  private void nothingStays() throws IOException {
    assertThat(folder.resolve("logs/slurm-7/secret")).doesNotExist();
    assertThat(ProcessHandle.allProcesses().filter(this::ours).map(ProcessHandle::pid)).isEmpty();
  }

  /** Master, Workers, executors and driver have the folder in their environment. */
  private boolean ours(ProcessHandle process) {
    try {
      return process.pid() != ProcessHandle.current().pid()
          && Files.readString(
                  Path.of("/proc", Long.toString(process.pid()), "environ"),
                  java.nio.charset.StandardCharsets.ISO_8859_1)
              .contains("DEBYE_LOGS=" + folder.resolve("logs"));
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> logs() throws IOException {
    Path logs = folder.resolve("logs");
    try (Stream<Path> files = Files.walk(logs)) {
      return files.map(file -> logs.relativize(file).toString()).toList();
    }
  }
}
