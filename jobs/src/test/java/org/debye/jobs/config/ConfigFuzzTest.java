package org.debye.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.debye.fixtures.Fuzzing;
import org.debye.jobs.Job;
import org.debye.jobs.JobRegistry;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged configurations of every job: each binds or is refused with what is wrong and how. */
class ConfigFuzzTest {
  private static final Path CONF = Path.of(System.getProperty("debye.root", ".")).resolve("conf");

  private static Map<String, byte[]> corpus() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(CONF)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
        files.put(path.toFile().getName(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Test
  void someHundredDamagedConfigurationsBindOrAreRefused() throws IOException {
    Fuzzing.check("YAML", Fuzzing.run(corpus(), ConfigFuzzTest::read, 0, 500));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedConfigurationsBindOrAreRefused() throws IOException {
    Fuzzing.check("YAML", Fuzzing.run(corpus(), ConfigFuzzTest::read, 0, 10_000));
  }

  private static boolean read(String name, byte[] damaged) {
    String first = name.split("[-.]", -1)[0];
    String job = first.equals("quickstart") ? "reduce" : first;
    Job<?> found =
        JobRegistry.all().stream().filter(one -> one.name().equals(job)).findFirst().orElseThrow();
    Binding<?> binding = bind(found, name, new String(damaged, StandardCharsets.UTF_8));
    if (binding instanceof Binding.Rejected<?> rejected) {
      assertThat(rejected.problems()).isNotEmpty();
      for (ConfigProblem problem : rejected.problems()) {
        assertThat(problem.problem()).isNotBlank();
        assertThat(problem.remedy()).matches("(?s).*[.?]");
      }
      // A file leaves required keys to the command line; without them it has been read all the
      // same.
      return rejected.problems().stream().allMatch(p -> p.problem().contains("is required"));
    }
    return true;
  }

  private static Binding<?> bind(Job<?> job, String name, String text) {
    return ConfigBinder.bind(job.config(), new ConfigSources().file(name, text));
  }

  private static Binding<?> reduce(String text) {
    return bind(
        JobRegistry.all().stream().filter(j -> j.name().equals("reduce")).findFirst().orElseThrow(),
        "reduce.yaml",
        text);
  }

  @Test
  void aBillionLaughsAreRefused() {
    StringBuilder text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'l'; c++) {
      String before = "*" + (char) (c - 1);
      text.append(c).append(": &").append(c).append(" [");
      text.append(String.join(", ", java.util.Collections.nCopies(10, before))).append("]\n");
    }
    text.append("input: *k\n");
    Binding<?> binding =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> reduce(text.toString()));
    assertThat(binding).isInstanceOf(Binding.Rejected.class);
    assertThat(((Binding.Rejected<?>) binding).problems().toString())
        .contains("is an anchor, an alias or a tag of YAML");
  }

  @Test
  void aTagMakesNoObject() {
    Binding<?> binding =
        reduce("input: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://x/']]\n");
    assertThat(binding).isInstanceOf(Binding.Rejected.class);
    Binding<?> scalar = reduce("catalogue: !!java.io.File /etc/passwd\n");
    assertThat(((Binding.Rejected<?>) scalar).problems().toString())
        .contains("is an anchor, an alias or a tag of YAML");
  }

  @Test
  void nestingHasAnEnd() {
    Binding<?> binding =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> reduce("input: " + "[".repeat(200_000)));
    assertThat(((Binding.Rejected<?>) binding).problems().toString()).contains("this is not YAML");
  }

  @Test
  void aLongFileIsReadInOnePass() {
    String many = "- 'file_000000.h5'\n".repeat(100_000);
    Binding<?> binding =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                reduce("catalogue: x\nintegration: {points: 10, unit: 2th_deg}\ninput:\n" + many));
    assertThat(binding).isInstanceOf(Binding.Bound.class);
  }
}
