package org.debye.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.debye.jobs.config.Binding;
import org.debye.jobs.config.ConfigBinder;
import org.debye.jobs.config.ConfigSources;
import org.debye.jobs.config.KeyTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in conf/ binds, and says of every key what the code says. */
class ConfFilesTest {
  private static final Path CONF = Path.of(System.getProperty("debye.root", ".")).resolve("conf");

  /** What a file leaves to the command line. */
  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("reduce", List.of("input=x", "catalogue=y")),
          Map.entry("simulate", List.of("output=x")),
          Map.entry("import", List.of("input=x", "catalogue=y")),
          Map.entry("duplicates", List.of("catalogue=y")),
          Map.entry("explore", List.of("catalogue=y")),
          Map.entry("train", List.of("model=cnn", "catalogue=y")),
          Map.entry("evaluate", List.of("catalogue=y")),
          Map.entry("predict", List.of("model=cnn", "catalogue=y")),
          Map.entry("represent", List.of("model=specrrmoco", "catalogue=y")),
          Map.entry("explain", List.of("model=cnn", "catalogue=y", "dataset=z")),
          Map.entry("probe", List.of("encoder=e", "catalogue=y", "learnt=[a]", "asked=[b]")),
          Map.entry("fit", List.of("catalogue=y", "references.dataset=[r]")),
          Map.entry("unmix", List.of("catalogue=y", "endmembers=3")),
          Map.entry("sweep", List.of("name=x", "catalogue=y")),
          Map.entry("export", List.of("catalogue=y", "output=x")));

  /** What has no default in the code, because it is physics or the user's to say. */
  private static final Map<String, List<String>> STATED =
      Map.of(
          "reduce", List.of("integration.points=2000", "integration.unit=2th_deg"),
          "simulate", List.of("recipe=raw-ramp", "seed=1"),
          "import", List.of(),
          "explore", List.of(),
          "unmix", List.of(),
          "sweep",
              List.of(
                  "seed=1",
                  "unmixing.grid.alpha1=log:0.1:10:10",
                  "unmixing.grid.sigma=linear:0.02:0.2:10"),
          "export", List.of("format=csv"));

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CONF)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static List<Job<?>> jobs() {
    return JobRegistry.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileBinds(Path file) throws IOException {
    Job<?> job = jobOf(file);
    List<String> words =
        isTheJobsOwn(file, job) ? REQUIRED.getOrDefault(job.name(), List.of()) : List.of();
    assertThat(bind(job, Files.readString(file), words)).isInstanceOf(Binding.Bound.class);
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void theJobsOwnFileHoldsTheDefaultsOfTheCode(Job<?> job) throws IOException {
    String text = Files.readString(CONF.resolve(job.name() + ".yaml"));
    List<String> required = REQUIRED.getOrDefault(job.name(), List.of());
    List<String> all =
        Stream.concat(required.stream(), STATED.getOrDefault(job.name(), List.of()).stream())
            .toList();
    assertThat(bind(job, text, required)).isEqualTo(bind(job, "", all));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void theJobsOwnFileNamesEveryKey(Job<?> job) throws IOException {
    String text = Files.readString(CONF.resolve(job.name() + ".yaml"));
    assertThat(KeyTable.keys(job.config()))
        .filteredOn(key -> !key.startsWith("simulate."))
        .allSatisfy(
            key -> {
              String last = key.substring(key.lastIndexOf('.') + 1);
              assertThat(text).containsPattern("(?m)(^|[ #{])" + Pattern.quote(last) + ":( |$)");
            });
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void helpSaysOfEveryKeyWhatItMeansAndOfEveryNumberItsUnit(Job<?> job) {
    assertThat(KeyTable.incomplete(job.config())).isEmpty();
  }

  private static boolean isTheJobsOwn(Path file, Job<?> job) {
    return file.getFileName().toString().equals(job.name() + ".yaml");
  }

  /** {@code reduce-x.yaml} is a study of reduce; the quickstart is one too. */
  private static Job<?> jobOf(Path file) {
    String name = file.getFileName().toString().split("[-.]", -1)[0];
    String job = name.equals("quickstart") ? "reduce" : name;
    return jobs().stream().filter(one -> one.name().equals(job)).findFirst().orElseThrow();
  }

  private static Binding<?> bind(Job<?> job, String text, List<String> words) {
    ConfigSources sources = new ConfigSources().file("conf", text);
    words.forEach(sources::word);
    return ConfigBinder.bind(job.config(), sources);
  }
}
