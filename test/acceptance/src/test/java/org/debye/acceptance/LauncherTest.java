package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code submit/debye} would start on clusters that no test has: the command lines of every
 * profile, and that no secret is in them.
 */
class LauncherTest {
  private static final String SECRET = "swordfish-0123456789abcdef";

  private static final String ARENAS = "spark.executorEnv.MALLOC_ARENA_MAX=";

  @TempDir Path folder;

  private Launcher launcher = new Launcher(Path.of("."), Map.of());

  @BeforeEach
  void built() {
    Launcher.assumeBuilt();
    launcher = new Launcher(folder, Map.of("DEBYE_SECRET", SECRET));
  }

  @Test
  void standaloneGoesThroughTheSparkOfTheBuild() throws Exception {
    List<String> words =
        printed("reduce", "catalogue=t", "--profile", "standalone", "--master", "spark://h:7077");
    assertThat(words)
        .contains("org.apache.spark.deploy.SparkSubmit")
        .endsWith("reduce", "catalogue=t");
    assertThat(after(words, "--master")).isEqualTo("spark://h:7077");
    assertThat(after(words, "--properties-file")).endsWith("/conf/spark/standalone.conf");
    assertThat(after(words, "--class")).isEqualTo("org.debye.jobs.Main");
    assertThat(after(words, "--jars"))
        .contains("/debye-spark-", "/delta-spark_4.1", "/jhdf-", "/pytorch-")
        .doesNotContain("/debye-jobs-", "/spark-core_");
    assertThat(words)
        .contains(
            "spark.eventLog.dir=file://" + folder + "/logs/events",
            "spark.driver.log.localDir=" + folder + "/logs/reduce",
            // a tenth of 4 GiB is 409 MiB; 64 for the one core that is known of
            "spark.executor.memoryOverhead=473m");
    assertThat(folder.resolve("logs")).as("nothing is started or made").doesNotExist();
  }

  @Test
  void memoryBesideTheHeapFollowsFromJobHeapAndCores() throws Exception {
    String[] standalone = {"--profile", "standalone", "--master", "spark://h:7077", "--"};
    assertThat(printed(join(new String[] {"train"}, standalone)))
        .contains(
            "spark.executor.memoryOverhead=2521m",
            "spark.executorEnv.MALLOC_ARENA_MAX=1",
            "spark.executorEnv.OMP_WAIT_POLICY=passive");
    assertThat(printed(join(new String[] {"predict"}, standalone)))
        .contains("spark.executorEnv.OMP_WAIT_POLICY=passive")
        .noneMatch(word -> word.startsWith(ARENAS));
    assertThat(printed(join(new String[] {"sweep"}, standalone)))
        .as("tasks beside one another have stores of memory of their own")
        .anyMatch(word -> word.startsWith(ARENAS) && arenas(word) >= 4 && arenas(word) % 4 == 0);
    assertThat(
            printed(
                join(
                    new String[] {"reduce"},
                    join(standalone, "--executor-memory", "2g", "--executor-cores", "8"))))
        .contains("spark.executor.memoryOverhead=896m")
        .noneMatch(word -> word.contains("OMP_WAIT_POLICY"));
    assertThat(
            printed(
                join(
                    new String[] {"reduce"},
                    join(standalone, "--conf", "spark.executor.memoryOverhead=7g"))))
        .contains("spark.executor.memoryOverhead=7g")
        .noneMatch(word -> word.matches("spark.executor.memoryOverhead=\\d+m"));
  }

  @Test
  void yarnTakesTheSitesSpark() throws Exception {
    Map<String, String> site = Map.of("SPARK_HOME", site(), "HADOOP_CONF_DIR", "/etc/hadoop");
    List<String> words =
        launcher.with(site).run("train", "model=cnn", "--profile=yarn", "--print-command").words();
    assertThat(words.get(0)).isEqualTo(site() + "/bin/spark-submit");
    assertThat(after(words, "--master")).isEqualTo("yarn");
    assertThat(after(words, "--properties-file")).endsWith("/conf/spark/yarn.conf");
    // 409 + 4 * 64 + 2048
    assertThat(words)
        .contains("spark.executor.memoryOverhead=2713m")
        .endsWith("train", "model=cnn");
    refused(
        "--profile yarn needs a Spark 4.1 with yarn: the build's own has none. Set SPARK_HOME",
        launcher.run("train", "--profile=yarn"));
    refused(
        "--profile yarn needs HADOOP_CONF_DIR",
        launcher.with(Map.of("SPARK_HOME", site())).run("train", "--profile=yarn"));
  }

  @Test
  void kubernetesRunsTheDriverInAPodOfTheImage() throws Exception {
    Launcher site = launcher.with(Map.of("SPARK_HOME", site()));
    String[] cluster = {"--profile=kubernetes", "--master", "k8s://https://h:6443"};
    String[] image = {"--", "--conf", "spark.kubernetes.container.image=r/debye:1"};
    List<String> words =
        site.run(
                join(
                    new String[] {"reduce", "conf/reduce.yaml", "--print-command"},
                    join(cluster, image)))
            .words();
    assertThat(after(words, "--master")).isEqualTo("k8s://https://h:6443");
    assertThat(words)
        .doesNotContain("--jars")
        .contains("spark.kubernetes.container.image=r/debye:1")
        .noneMatch(word -> word.startsWith("spark.eventLog.dir"));
    assertThat(words.get(words.size() - 3)).matches("local:///opt/debye/debye-jobs-[^/]*\\.jar");
    refused("needs --master k8s://", site.run("reduce", "--profile=kubernetes"));
    refused("needs an image", site.run(join(new String[] {"reduce"}, cluster)));
    refused(
        "mine.yaml: the driver runs in a pod",
        site.run(join(new String[] {"reduce", "mine.yaml"}, join(cluster, image))));
  }

  @Test
  void slurmStartsMasterWorkersAndJobInsideTheAllocation() throws Exception {
    Map<String, String> allocation =
        Map.of(
            "SLURM_JOB_ID", "77",
            "SLURM_JOB_NUM_NODES", "3",
            "SLURM_CPUS_ON_NODE", "32",
            "SLURM_MEM_PER_NODE", "131072",
            "SLURM_GPUS_ON_NODE", "4");
    Launcher.Ended printed =
        launcher
            .with(allocation)
            .run(
                "train", "ranks=12", "--profile=slurm", "--print-command", "--", "--conf", "a.b=c");
    assertThat(printed.code()).as(printed.err()).isZero();
    String[] commands = printed.out().split("\n\n", -1);
    assertThat(commands).hasSize(3);
    assertThat(commands[0].lines())
        .containsSubsequence("org.debye.jobs.ClusterService", "master", "--port", "0");
    assertThat(commands[1].lines())
        .startsWith("srun", "--nodes=3", "--ntasks=3", "--ntasks-per-node=1", "--cpus-per-task=32")
        .contains("--overlap", "--kill-on-bad-exit=0", "--export=ALL");
    assertThat(commands[2].lines().toList())
        .doesNotContain("--jars")
        .contains(
            "spark.cores.max=96",
            "spark.executor.cores=8",
            "spark.executor.resource.gpu.amount=1",
            "spark.task.resource.gpu.amount=1",
            "spark.executor.resource.gpu.discoveryScript=" + Launcher.root() + "/submit/gpus.sh",
            "a.b=c")
        .endsWith("train", "ranks=12");
    assertThat(printed.out()).doesNotContain(SECRET);
    assertThat(folder.resolve("logs")).doesNotExist();
    refused(
        "--profile slurm runs inside an allocation: sbatch --nodes=2 submit/slurm/debye.sbatch"
            + " train",
        launcher.run("train", "--profile=slurm"));
  }

  @Test
  void whatCannotBeIsSaidBeforeAnythingStarts() throws Exception {
    refused("--profile standalone needs --master", launcher.run("reduce", "--profile=standalone"));
    refused(
        "there is no profile mesos (conf/spark/mesos.conf). Profiles: kubernetes local slurm"
            + " standalone yarn.",
        launcher.run("reduce", "--profile=mesos"));
    refused(
        "--master local[2 is none that Spark knows", launcher.run("reduce", "--master=local[2"));
    refused("those stand at the end, behind --", launcher.run("reduce", "--conf", "spark.x=1"));
    assertThat(
            launcher
                .with(Map.of("SLURM_JOB_ID", "1", "SLURM_MEM_PER_NODE", "1024"))
                .run("reduce", "--profile=slurm", "--print-command")
                .err())
        .contains("Ask Slurm for more memory (--mem)");
  }

  @Test
  void theDiscoveryScriptCountsAsTheProcessDoes() throws Exception {
    assertThat(gpus(Map.of("CUDA_VISIBLE_DEVICES", "2,7")))
        .isEqualTo("{\"name\": \"gpu\", \"addresses\": [\"0\",\"1\"]}\n");
    assertThat(gpus(Map.of("CUDA_VISIBLE_DEVICES", "")))
        .isEqualTo("{\"name\": \"gpu\", \"addresses\": []}\n");
    Path tool = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\necho 0\necho 1\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    assertThat(gpus(Map.of("PATH", folder + ":" + System.getenv("PATH"))))
        .isEqualTo("{\"name\": \"gpu\", \"addresses\": [\"0\",\"1\"]}\n");
  }

  private String gpus(Map<String, String> environment) throws IOException, InterruptedException {
    Launcher with = launcher.with(environment);
    return with.end(with.begin("gpus.sh", List.of())).out();
  }

  /** The command of these words, in which no secret is. */
  private List<String> printed(String... words) throws IOException, InterruptedException {
    Launcher.Ended ended = launcher.run(join(new String[] {"--print-command"}, words));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).doesNotContain(SECRET);
    return ended.words();
  }

  private static void refused(String sentence, Launcher.Ended ended) {
    assertThat(ended.err()).contains(sentence);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
  }

  /** A Spark of the site, as far as the launcher looks. */
  private String site() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("site/bin"));
    Path submit = Files.writeString(bin.resolve("spark-submit"), "#!/bin/sh\n");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    return folder.resolve("site").toString();
  }

  private static String after(List<String> words, String word) {
    assertThat(words).contains(word);
    return words.get(words.indexOf(word) + 1);
  }

  private static String[] join(String[] first, String... second) {
    String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** Four for each core, however many there are. */
  private static int arenas(String word) {
    return Integer.parseInt(word.substring(ARENAS.length()));
  }
}
